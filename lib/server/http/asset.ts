import type { OutgoingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';
import type { Exchange } from './exchange.ts';
import { send } from './send.ts';

/** Bytes that are the same for everyone, kept in memory with their compressed forms. */
export type Asset = {
  bytes: Buffer;
  headers: OutgoingHttpHeaders;
  compressed: Map<Encoding, Promise<Buffer>>;
};

type Encoding = 'br' | 'gzip';

export function createAsset(bytes: Buffer, headers: OutgoingHttpHeaders): Asset {
  return { bytes, headers, compressed: new Map() };
}

/** Sends it compressed as the browser wishes. Compressing happens once, when first asked for. */
export async function sendAsset(
  { request, response }: Exchange,
  asset: Asset,
  status = 200,
): Promise<true> {
  const headers = { ...asset.headers, vary: 'Accept-Encoding' };
  const [encoding] = new Negotiator(request).encodings(['br', 'gzip', 'identity']);
  if (encoding !== 'br' && encoding !== 'gzip') {
    return send(response, status, headers, asset.bytes);
  }
  const bytes = await compressed(asset, encoding);
  return send(response, status, { ...headers, 'content-encoding': encoding }, bytes);
}

function compressed(asset: Asset, encoding: Encoding): Promise<Buffer> {
  const known = asset.compressed.get(encoding);
  if (known !== undefined) return known;
  const made = encoding === 'br' ? brotli(asset.bytes) : promisify(gzip)(asset.bytes);
  asset.compressed.set(encoding, made);
  return made;
}

function brotli(bytes: Buffer): Promise<Buffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return promisify(brotliCompress)(bytes, { params });
}
