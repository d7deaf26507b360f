import { sha256 } from '@noble/hashes/sha2.js';
import { expect, it } from 'vitest';
import { toHex, utf8 } from '#lib/crypto/primitives/bytes.ts';
import { canonicalJson, type Json } from '#lib/crypto/primitives/canonical-json.ts';
import type { CheckedConsent } from '#lib/signals/consent-check.ts';
import { DEMO_SIGNAL_SETTINGS } from '#lib/signals/settings.ts';
import type { Signal } from '#lib/signals/signal.ts';
import { reviewCase } from './review-case.ts';

const signal: Signal = { country: 'NL', age_band: '18-23', exploitation: 'ForcedLabour' };
const consent = { scope: 'case', signal, recipients: [{ name: 'Police', key: 'age1' }] } as unknown;
const held = { pattern: [], case: [signal] };
const settings = {
  name: 'Demo',
  signals: { units: [], desk: null, settings: { ...DEMO_SIGNAL_SETTINGS, patternFor12To15: [] } },
};
const how = { isDemo: true, isSynthetic: false, day: '2026-11-24' };
const review = (signature: number, day = how.day, more: Partial<typeof how> = {}) => {
  const key = new Uint8Array(64).fill(signature);
  const about = { ...how, day, ...more };
  const made = reviewCase(consent as CheckedConsent, key, held, settings, about);
  if (!made) throw new Error('no terms');
  return made;
};

it('what two people say yes to is the same for both and on another day, and nothing to guess from', () => {
  const { content, contentHash } = review(1);
  // They left out when it was: no year of ours stands in its place.
  expect(content).not.toHaveProperty('period');
  expect(review(1, '2026-11-25').contentHash).toEqual(contentHash);
  // The same content of another person: a server that has guessed the codes cannot tell.
  expect(review(2).contentHash).not.toEqual(contentHash);
  const { day: _day, ...lasting } = content;
  const bare = toHex(sha256(utf8(canonicalJson(lasting as unknown as Json))));
  // The weakened form is what an attacker would compute from the codes alone.
  expect(bare).toHaveLength(64);
  expect(toHex(contentHash)).not.toBe(bare);
});

it('a case of a demo is marked as synthetic, and a real one is not', () => {
  expect(review(1).content).toMatchObject({ synthetic: true });
  const real = review(1, how.day, { isDemo: false });
  expect(real.content).not.toHaveProperty('synthetic');
  const made = review(1, how.day, { isDemo: false, isSynthetic: true });
  expect(made.content).toMatchObject({ synthetic: true });
});
