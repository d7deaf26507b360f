import { readFile } from 'node:fs/promises';
import type { OutgoingHttpHeaders } from 'node:http';
import Negotiator from 'negotiator';
import { compress, compressedName, type Encoding, encodings } from './compress.ts';
import type { Exchange } from './exchange.ts';
import { sendWhole } from './send.ts';

/** Bytes that are the same for everyone, kept in memory with their compressed forms. */
export type Asset = {
  bytes: Buffer;
  headers: OutgoingHttpHeaders;
  /** Where in the build they come from; null for what is in no build. */
  file: string | null;
  /** Whole answers, by how they are compressed. */
  answers: Map<Encoding | null, Answer | Promise<Answer>>;
};

type Answer = { headers: OutgoingHttpHeaders; bytes: Buffer };

/** Never for an answer to one visitor, see [Note: never secrets]. */
export function createAsset(
  bytes: Buffer,
  headers: OutgoingHttpHeaders,
  file: string | null = null,
): Asset {
  return { bytes, headers, file, answers: new Map() };
}

/** Sends it compressed as the browser wishes. Read or made once, when first asked for. */
export function sendAsset(
  { request, response }: Exchange,
  asset: Asset,
  status = 200,
): true | Promise<true> {
  const encoding = wishedEncoding(request.headers['accept-encoding']);
  const answer = asset.answers.get(encoding) ?? firstAnswer(asset, encoding);
  const pass = ({ headers, bytes }: Answer) => sendWhole(response, status, headers, bytes);
  // Once it is there nothing waits: a page out of memory costs little more than its headers.
  return answer instanceof Promise ? answer.then(pass) : pass(answer);
}

/** Browsers of one kind send the same words: few are known, whatever strangers make up. */
const wishes = new Map<string | undefined, Encoding | null>();
const mostWishes = 100;

/**
 * The smallest that the browser accepts. Browsers name gzip first and mean nothing by the order.
 * @param accepted the header Accept-Encoding
 * @returns null for no compression
 */
export function wishedEncoding(accepted: string | undefined): Encoding | null {
  const known = wishes.get(accepted);
  if (known !== undefined) return known;
  const negotiator = new Negotiator({ headers: { 'accept-encoding': accepted } });
  const welcome = negotiator.encodings([...encodings]);
  const wish = encodings.find((encoding) => welcome.includes(encoding)) ?? null;
  if (wishes.size < mostWishes) wishes.set(accepted, wish);
  return wish;
}

function firstAnswer(asset: Asset, encoding: Encoding | null): Promise<Answer> {
  const making = answerOf(asset, encoding).then((answer) => {
    asset.answers.set(encoding, answer);
    return answer;
  });
  asset.answers.set(encoding, making);
  return making;
}

async function answerOf(asset: Asset, encoding: Encoding | null): Promise<Answer> {
  const bytes = encoding === null ? asset.bytes : await fromBuild(asset, encoding);
  const compressed = encoding === null ? {} : { 'content-encoding': encoding };
  const length = { 'content-length': bytes.byteLength };
  return {
    headers: { ...asset.headers, vary: 'Accept-Encoding', ...compressed, ...length },
    bytes,
  };
}

/** The build made them ahead (`build/compress-build.ts`); what it did not make is made now. */
async function fromBuild({ bytes, file }: Asset, encoding: Encoding): Promise<Buffer> {
  const ready = file && (await readFile(compressedName[encoding](file)).catch(() => null));
  return ready || compress(bytes, encoding);
}
