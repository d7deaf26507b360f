import { describe, expect, it } from 'vitest';
import { noticeHashOf, recipientsHashOf, signConsent } from '#lib/crypto/consent/consent.ts';
import { openRelease, sealRelease } from '#lib/crypto/consent/consent-release.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { h32 } from '#lib/crypto/primitives/hash.ts';
import { xWingKeys } from '#lib/crypto/primitives/x-wing.ts';
import { signalJcs } from '../canonical-signal.ts';
import { type AgreedUnit, type ConsentContext, checkReleasedConsent } from '../consent-check.ts';
import { consentRecord, monthOf } from '../consent-record.ts';
import { DEFAULT_SIGNAL_SETTINGS } from '../settings.ts';
import type { Signal } from '../signal.ts';

const bytes = (length: number, fill: number) => new Uint8Array(length).fill(fill);
const units = [{ name: 'Demo Police NL', key: 'age1demo', agreementUntilDay: 21000 }];
const notice = { id: 'pattern', version: '1', text: 'Mogen we dit meetellen?' };
const context: ConsentContext = {
  today: 20760,
  notBeforeDay: 20750,
  notices: [{ ...notice, text: 'another' }, notice],
  recipients: units,
  registered: true,
  withdrawn: false,
  settings: DEFAULT_SIGNAL_SETTINGS,
};

function opened(signal: Signal, change: { scope?: number } = {}, named: AgreedUnit[] = units) {
  const jcs = signalJcs(signal);
  const consentRef = bytes(16, 3);
  const subject = { orgId: bytes(16, 1), teamId: bytes(16, 2), epoch: 1, refHash: h32(consentRef) };
  const consent = signConsent(
    {
      lang: 'nl',
      noticeHash: noticeHashOf(notice.text),
      orgId: subject.orgId,
      consentRef,
      day: 20700,
      scope: change.scope ?? 2,
      untilDay: 20800,
      signalHash: h32(jcs),
      recipientsHash: recipientsHashOf(named),
      binding: bytes(32, 4),
    },
    bytes(32, 5),
  );
  const seed = bytes(32, 6);
  const random = (length: number) => bytes(length, 7);
  const box = sealRelease(xWingKeys(seed).publicKey, subject, { signalJcs: jcs, consent }, random);
  return openRelease(seed, subject, box);
}

describe('an opened consent', () => {
  const good = opened({ country: 'NL', age_band: '24-29' });
  const code = (change: Partial<ConsentContext>, from = good) => {
    const answer = checkReleasedConsent(from, { ...context, ...change });
    return answer.ok ? 'allowed' : answer.code;
  };

  it('allows its signal, in its time, to its units', () => expect(code({})).toBe('allowed'));

  it.each([20750, 20800])('from its first day to its last: %i', (today) =>
    expect(code({ today })).toBe('allowed'),
  );

  it.each([
    ['not_registered', { registered: false }],
    ['withdrawn', { withdrawn: true }],
    ['expired', { today: 20801 }],
    ['too_early', { today: 20749 }],
    ['other_text', { notices: [] }],
    [
      'other_recipients',
      { recipients: [{ ...units[0], name: 'Else', key: 'k', agreementUntilDay: 21000 }] },
    ],
    [
      'no_agreement',
      { recipients: [{ name: 'Demo Police NL', key: 'age1demo', agreementUntilDay: 20759 }] },
    ],
  ])('%s: refused', (expected, change) => expect(code(change)).toBe(expected));

  it('with two units on the card, leaves to the one whose agreement still holds', () => {
    const [valid] = units;
    const ended = { name: 'Demo Police BE', key: 'age1other', agreementUntilDay: 20759 };
    const both = [valid, ended] as AgreedUnit[];
    const answer = checkReleasedConsent(opened({ country: 'NL' }, {}, both), {
      ...context,
      recipients: both,
    });
    if (!answer.ok) throw new Error(answer.code);
    expect(answer.consent.recipients.map(({ name }) => name)).toEqual(['Demo Police NL']);
    expect(answer.consent.named.map(({ name }) => name)).toEqual([
      'Demo Police NL',
      'Demo Police BE',
    ]);
  });

  it('refuses a consent for both scopes, and text where a code belongs', () => {
    expect(code({}, opened({ country: 'NL' }, { scope: 3 }))).toBe('two_scopes');
    expect(code({}, opened({ country: 'Jan Peeters' }))).toBe('not_a_code');
    expect(code({}, opened({ country: 'NL', region: 'NL3' }))).toBe('contradiction');
  });

  const adult: Signal = { country: 'NL', age_band: '24-29', exploitation: 'ForcedLabour' };
  const rules: [string, Signal, Partial<typeof DEFAULT_SIGNAL_SETTINGS>, number][] = [
    ['allowed', adult, {}, 2],
    ['allowed', { age_band: '16-17' }, {}, 2],
    ['too_young', { age_band: 'under12' }, { patternFor12To15: ['NL'] }, 2],
    ['age_not_turned_on', { age_band: '12-15' }, {}, 2],
    ['country_only_as_benelux', { age_band: '12-15' }, { patternFor12To15: ['NL'] }, 2],
    [
      'country_only_as_benelux',
      { age_band: '12-15', country: 'NL' },
      { patternFor12To15: ['NL'] },
      2,
    ],
    ['allowed', { age_band: '12-15', country: 'Benelux' }, { patternFor12To15: ['NL'] }, 2],
    ['case_is_off', adult, {}, 1],
    ['allowed', adult, { caseScope: true }, 1],
    ['case_adults_only', { ...adult, age_band: '16-17' }, { caseScope: true }, 1],
    ['case_not_luxembourg', { ...adult, country: 'LU' }, { caseScope: true }, 1],
    ['case_country_needed', { ...adult, country: 'Benelux' }, { caseScope: true }, 1],
    ['case_kind_excluded', { ...adult, exploitation: 'OrganRemoval' }, { caseScope: true }, 1],
  ];
  it.each(rules)('%s: asked again by age, country and scope', (expected, signal, change, scope) => {
    const settings = { ...DEFAULT_SIGNAL_SETTINGS, ...change };
    expect(code({ settings }, opened(signal, { scope }))).toBe(expected);
  });

  it('becomes a record with months, and without a day or a key', () => {
    const answer = checkReleasedConsent(good, context);
    if (!answer.ok) throw new Error(answer.code);
    const record = consentRecord(answer.consent, {
      organisation: 'Demo Help NL',
      events: [{ type: 'given', month: monthOf(20700) }],
      secondDecision: 'none',
    });
    expect(record).toMatchObject({
      scope: 'pattern',
      notice: { id: 'pattern', version: '1', language: 'nl' },
      recipients: ['Demo Police NL'],
      events: [{ type: 'given', month: '2026-09' }],
    });
    expect(JSON.stringify(record)).not.toMatch(/\d{4}-\d\d-\d\d|age1/);
  });

  it('at a desk names no version and no text that this desk has not seen', () => {
    const answer = checkReleasedConsent(good, { ...context, notices: 'at_origin' });
    if (!answer.ok) throw new Error(answer.code);
    const organisation = 'Demo Help NL';
    const record = consentRecord(answer.consent, {
      ...{ organisation, events: [], secondDecision: 'none' },
    });
    expect(record.notice).toMatchObject({ version: null, sha256: null, language: 'nl' });
    expect(record.notice.sha512).toBe(toHex(noticeHashOf(notice.text)));
  });
});
