import { utf8 } from '#lib/crypto/primitives/bytes.ts';
import { canonicalJson, type Json } from '#lib/crypto/primitives/canonical-json.ts';
import type { Scope } from './fields.ts';
import { parseSignal, type Signal, type SignalRefusal } from './signal.ts';

/** The RFC 8785 form of a signal, UTF-8: what a consent covers and what is sealed. */
export const signalJcs = (signal: Signal): Uint8Array => utf8(canonicalJson(signal as Json));

/** Reads a signal from its RFC 8785 form; any other writing of the same content is refused. */
export function signalFromJcs(
  bytes: Uint8Array,
  scope: Scope,
): { ok: true; signal: Signal } | SignalRefusal | { ok: false; code: 'not_canonical' } {
  let value: unknown;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    return { ok: false, code: 'not_canonical' };
  }
  const parsed = parseSignal(value, scope);
  if (!parsed.ok) return parsed;
  if (canonicalJson(parsed.signal as Json) !== text) return { ok: false, code: 'not_canonical' };
  return parsed;
}
