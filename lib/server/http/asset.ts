import { readFile } from 'node:fs/promises';
import type { OutgoingHttpHeaders } from 'node:http';
import Negotiator from 'negotiator';
import { compress, compressedName, type Encoding, encodings } from './compress.ts';
import type { Exchange } from './exchange.ts';
import { send } from './send.ts';

/** Bytes that are the same for everyone, kept in memory with their compressed forms. */
export type Asset = {
  bytes: Buffer;
  headers: OutgoingHttpHeaders;
  /** Where in the build they come from; null for what is in no build. */
  file: string | null;
  compressed: Map<Encoding, Promise<Buffer>>;
};

/** Never for an answer to one visitor, see [Note: never secrets]. */
export function createAsset(
  bytes: Buffer,
  headers: OutgoingHttpHeaders,
  file: string | null = null,
): Asset {
  return { bytes, headers, file, compressed: new Map() };
}

/** Sends it compressed as the browser wishes. Read or made once, when first asked for. */
export async function sendAsset(
  { request, response }: Exchange,
  asset: Asset,
  status = 200,
): Promise<true> {
  const headers = { ...asset.headers, vary: 'Accept-Encoding' };
  const encoding = wishedEncoding(request.headers['accept-encoding']);
  if (encoding === null) return send(response, status, headers, asset.bytes);
  const bytes = await compressed(asset, encoding);
  return send(response, status, { ...headers, 'content-encoding': encoding }, bytes);
}

/**
 * The smallest that the browser accepts. Browsers name gzip first and mean nothing by the order.
 * @param accepted the header Accept-Encoding
 * @returns null for no compression
 */
export function wishedEncoding(accepted: string | undefined): Encoding | null {
  const negotiator = new Negotiator({ headers: { 'accept-encoding': accepted } });
  const welcome = negotiator.encodings([...encodings]);
  return encodings.find((encoding) => welcome.includes(encoding)) ?? null;
}

function compressed(asset: Asset, encoding: Encoding): Promise<Buffer> {
  const known = asset.compressed.get(encoding);
  if (known !== undefined) return known;
  const made = fromBuild(asset, encoding);
  asset.compressed.set(encoding, made);
  return made;
}

/** The build made them ahead (`build/compress-build.ts`); what it did not make is made now. */
async function fromBuild({ bytes, file }: Asset, encoding: Encoding): Promise<Buffer> {
  const ready = file && (await readFile(compressedName[encoding](file)).catch(() => null));
  return ready || compress(bytes, encoding);
}
