import { expect, it } from 'vitest';
import {
  type ConsentBody,
  checkConsent,
  consentBinding,
  noticeHashOf,
  openConsent,
  parseConsentBody,
  recipientsHashOf,
  signConsent,
  signedConsentBytes,
} from '../consent/consent.ts';
import { openRelease, sealRelease } from '../consent/consent-release.ts';
import { openWithdrawal, signWithdrawal } from '../consent/consent-withdrawal.ts';
import { fromUtf8, toHex, utf8 } from '../primitives/bytes.ts';
import { canonicalJson, type Json } from '../primitives/canonical-json.ts';
import { h32 } from '../primitives/hash.ts';
import { sign, signingPublicKey } from '../primitives/signature.ts';
import { xWingKeys } from '../primitives/x-wing.ts';
import { verifySignature } from '../verify.ts';
import { type Draw, describeStandard, hex, refused, replay } from './standards.ts';

type Good = Record<
  'lang' | 'notice' | 'H64' | 'orgId' | 'consentRef16' | 'signalJcs' | 'recipientsHash' | 'RS',
  string
> &
  Record<'binding' | 'seed' | 'pk' | 'body' | 'sig' | 'kind21', string> & {
    day: number;
    scope: number;
    untilDay: number;
    signal: Json;
    recipients: [name: string, key: string][];
  };
type Vectors = {
  good: [Good];
  withdraw: [{ body: string; sig: string; kind22: string }];
  release: [{ releaseSeed: string; teamId: string; epoch: number; random: Draw[]; out: string }];
  refuse: { why: string; pk: string; type: 'consent' | 'withdraw'; body: string; sig: string }[];
};

describeStandard<Vectors>('consents', 'havre-v1/consent.json', (v) => {
  const [g] = v.good;
  const recipients = g.recipients.map(([name, key]) => ({ name, key }));
  const fields = (): ConsentBody => ({
    lang: g.lang,
    noticeHash: noticeHashOf(g.notice.normalize('NFD')),
    orgId: hex(g.orgId),
    consentRef: hex(g.consentRef16),
    day: g.day,
    scope: g.scope,
    untilDay: g.untilDay,
    signalHash: h32(utf8(canonicalJson(g.signal))),
    recipientsHash: recipientsHashOf(recipients),
    binding: consentBinding(hex(g.RS), hex(g.consentRef16)),
  });

  it('are made and opened byte by byte', () => {
    expect(canonicalJson(g.signal)).toBe(fromUtf8(hex(g.signalJcs)));
    expect(toHex(noticeHashOf(g.notice))).toBe(g.H64);
    expect(toHex(recipientsHashOf(recipients))).toBe(g.recipientsHash);
    expect(toHex(consentBinding(hex(g.RS), hex(g.consentRef16)))).toBe(g.binding);
    const signed = signConsent(fields(), hex(g.seed));
    expect(toHex(signed.publicKey)).toBe(g.pk);
    expect(toHex(signed.body)).toBe(g.body);
    expect(toHex(signed.signature)).toBe(g.sig);
    expect(toHex(signedConsentBytes(signed))).toBe(g.kind21);
    expect(openConsent(hex(g.kind21))).toEqual({ ...signed, fields: fields() });
  });

  it('are taken back byte by byte, each by its own withdrawal only', () => {
    const [w] = v.withdraw;
    const day = openWithdrawal(hex(w.kind22), { publicKey: hex(g.pk), body: hex(g.body) }).day;
    const made = signWithdrawal(hex(g.consentRef16), hex(g.body), day, hex(g.seed));
    expect(toHex(made)).toBe(w.kind22);
    const other = signConsent({ ...fields(), day: g.day - 1 }, hex(g.seed));
    refused(() => openWithdrawal(made, other));
    refused(() => openWithdrawal(made.slice(0, -1), { publicKey: hex(g.pk), body: hex(g.body) }));
  });

  it('are sealed to the release key byte by byte, and open for that consent only', () => {
    const [r] = v.release;
    const subject = {
      orgId: hex(g.orgId),
      teamId: hex(r.teamId),
      epoch: r.epoch,
      refHash: h32(hex(g.consentRef16)),
    };
    const random = replay(r.random);
    const released = { signalJcs: hex(g.signalJcs), consent: signConsent(fields(), hex(g.seed)) };
    const { publicKey } = xWingKeys(hex(r.releaseSeed));
    const box = sealRelease(publicKey, subject, released, random);
    expect(toHex(box)).toBe(r.out);
    expect(random.left()).toBe(0);
    const opened = openRelease(hex(r.releaseSeed), subject, box);
    expect(opened).toEqual({ ...released, fields: fields() });
    refused(() => openRelease(hex(r.releaseSeed), { ...subject, epoch: 2 }, box));
    refused(() => openRelease(new Uint8Array(32), subject, box));
  });

  it('a seal whose consent is for something else is refused', () => {
    const [r] = v.release;
    const { publicKey } = xWingKeys(hex(r.releaseSeed));
    const subject = {
      orgId: hex(g.orgId),
      teamId: hex(r.teamId),
      epoch: r.epoch,
      refHash: h32(hex(g.consentRef16)),
    };
    const sealed = (change: Partial<ConsentBody>, signalJcs = hex(g.signalJcs)) => {
      const consent = signConsent({ ...fields(), ...change }, hex(g.seed));
      return sealRelease(publicKey, subject, { signalJcs, consent }, replay(r.random));
    };
    const open = (box: Uint8Array) => openRelease(hex(r.releaseSeed), subject, box);
    expect(open(sealed({ day: 1 })).fields.day).toBe(1);
    refused(() => open(sealed({}, utf8('{}'))));
    refused(() => open(sealed({ orgId: new Uint8Array(16) })));
    refused(() => open(sealed({ consentRef: new Uint8Array(16) })));
  });

  it.each(v.refuse)('refuses: $why', ({ pk, type, body, sig }) => {
    const signed = { publicKey: hex(pk), body: hex(body), signature: hex(sig) };
    expect(verifySignature(type, signed.publicKey, signed.body, signed.signature)).toBe(false);
    if (type === 'consent') refused(() => checkConsent(signed));
    else
      refused(() => openWithdrawal(Uint8Array.from([...signed.body, ...signed.signature]), signed));
  });

  it('a body that nobody could mean is refused, though signed', () => {
    const wrong: Partial<ConsentBody>[] = [
      { lang: 'NL' },
      { scope: 0 },
      { scope: 4 },
      { untilDay: g.day - 1 },
    ];
    for (const change of wrong) refused(() => signConsent({ ...fields(), ...change }, hex(g.seed)));
    const publicKey = signingPublicKey(hex(g.seed));
    const body = hex(g.body);
    body.set(utf8('!!'));
    refused(() => parseConsentBody(body));
    const signature = sign('consent', hex(g.seed), body);
    refused(() => checkConsent({ publicKey, body, signature }));
    refused(() => openConsent(hex(g.kind21).slice(0, -1)));
  });
});
