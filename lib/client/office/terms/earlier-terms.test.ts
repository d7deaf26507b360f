import { expect, it } from 'vitest';
import { issueSiteEntry } from '#lib/crypto/organisation/site-entry.ts';
import { toHex, utf8 } from '#lib/crypto/primitives/bytes.ts';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import type { SignalTerms } from '#lib/protocol/signal-terms.ts';
import { DEFAULT_SIGNAL_SETTINGS } from '#lib/signals/settings.ts';
import { newAdmin, newRoots } from '../../team/first-keys.ts';
import { earlierTerms } from './earlier-terms.ts';

const day = 86_400_000;
const settings = { ...DEFAULT_SIGNAL_SETTINGS, patternFor12To15: [] };
const terms: SignalTerms = { units: [], desk: null, settings };

/** An organisation with an admin of some time ago. */
function organisation(now: number) {
  const made = newRoots(1, 1, systemRandom);
  const signers = made.seeds.map((seed, rootIndex) => ({ rootIndex, seed }));
  const admin = newAdmin(made.roots, signers, now, systemRandom);
  const record = (signals: SignalTerms, seed = admin.seed, roots = made.roots) => {
    const hours = { zone: 'Europe/Brussels', week: Array(7).fill([]), daysOff: [], byHand: null };
    const said = { name: 'Help', countries: ['BE'], languages: ['nl'], hours, signals };
    const bytes = utf8(JSON.stringify(said));
    const siteEntry = issueSiteEntry({ roots, version: 3, settings: bytes }, seed);
    return { siteEntry, adminCert: admin.cert };
  };
  return { roots: made.roots, admin, record, id: toHex(made.roots.orgId) };
}

it('takes what an admin of these roots signed, also one whose certificate has ended since', () => {
  const { roots, record, id } = organisation(Date.now() - 500 * day);
  const other = { ...terms, settings: { ...settings, k: 11 } };
  expect(earlierTerms([record(terms), record(other)], [roots]).get(id)).toEqual([terms, other]);
});

it('leaves out what a server could have made up', () => {
  const ours = organisation(Date.now());
  const theirs = organisation(Date.now());
  const whole = ours.record(terms);
  const changed = whole.siteEntry.with(120, (whole.siteEntry[120] ?? 0) ^ 1);
  const forged = [
    { ...whole, siteEntry: changed },
    { ...whole, siteEntry: whole.siteEntry.slice(0, -1) },
    // Signed by a stranger, with our certificate or with their own.
    ours.record(terms, theirs.admin.seed),
    { ...ours.record(terms, theirs.admin.seed), adminCert: theirs.admin.cert },
    theirs.record(terms),
  ];
  expect(earlierTerms([whole, ...forged], [ours.roots]).get(ours.id)).toEqual([terms]);
  expect(earlierTerms([theirs.record(terms)], [theirs.roots]).get(theirs.id)).toEqual([terms]);
});
