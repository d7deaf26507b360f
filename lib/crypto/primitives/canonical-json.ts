import canonicalize from 'canonicalize';

/** A value that JSON can carry. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/**
 * RFC 8785 (JCS): one text for one value, so that a hash can stand for it.
 * Throws TypeError for what has no canonical form (not finite, lone surrogate, not JSON).
 */
export function canonicalJson(value: Json): string {
  const text = written(value);
  // The library escapes a lone surrogate, which the RFC forbids; nothing else is written as \ud…
  if (text === undefined || /\\ud[89a-f]/.test(text.replaceAll('\\\\', '')))
    throw new TypeError('no canonical form');
  return text;
}

function written(value: Json): string | undefined {
  try {
    return canonicalize(value);
  } catch {
    throw new TypeError('no canonical form');
  }
}
