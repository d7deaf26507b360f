import { toHex } from '#lib/crypto/bytes.ts';
import { CONSENT_SCOPE } from '#lib/crypto/consent.ts';
import { openRelease } from '#lib/crypto/consent-release.ts';
import { dayOf } from '#lib/crypto/time-units.ts';
import type { SignalTerms } from '#lib/protocol/signal-terms.ts';
import type { StoredSignal } from '#lib/protocol/team-events.ts';
import { signalFromJcs } from '#lib/signals/canonical-signal.ts';
import {
  type CheckedConsent,
  type ConsentRefusal,
  checkReleasedConsent,
} from '#lib/signals/consent-check.ts';
import { orNull } from '../../desk/or-null.ts';
import type { TeamSession } from '../../team/team-session.ts';
import { daysIn, recipientsIn } from './card-facts.ts';
import { noticesFor } from './notices.ts';

/** Why a sealed signal cannot leave, or cannot even be read. */
export type SignalRefusalCode = ConsentRefusal['code'] | 'no_key' | 'bad_signature' | 'no_terms';

export type OpenedSignal = {
  stored: StoredSignal;
  /** H32 of the consent's reference, in hex */
  key: string;
  scope: 'case' | 'pattern';
  /** First day on which it may leave; null where that cannot be told. */
  notBeforeDay: number | null;
  /** Signature of the consent: known to whoever can open the seal, never to the server. Empty if not opened. */
  signature: Uint8Array;
  result:
    | { ok: true; consent: CheckedConsent }
    /** `early`: all is well but the day. */
    | { ok: false; code: SignalRefusalCode; early: CheckedConsent | null };
};

const refused = (code: SignalRefusalCode): OpenedSignal['result'] => ({
  ok: false,
  code,
  early: null,
});

/**
 * Opens one sealed signal with the release key in this browser, and checks the consent inside: signature, text,
 * recipients, days. Names are the work names of the team, for the text.
 */
async function check(
  session: TeamSession,
  stored: StoredSignal,
  scope: 'case' | 'pattern',
  terms: SignalTerms,
  names: readonly string[],
): Promise<Pick<OpenedSignal, 'notBeforeDay' | 'signature' | 'result'>> {
  const none = { notBeforeDay: null, signature: new Uint8Array() };
  const { roots, releaseEpochs } = session.vault();
  const { epoch, refHash, blob } = stored;
  const seed = releaseEpochs.find((one) => one.epoch === epoch)?.seed;
  if (!seed) return { ...none, result: refused('no_key') };
  const subject = { orgId: roots.orgId, teamId: roots.orgId, epoch, refHash };
  const opened = orNull(() => openRelease(seed, subject, blob));
  if (!opened) return { ...none, result: refused('bad_signature') };
  const { signature } = opened.consent;
  if (opened.fields.scope !== CONSENT_SCOPE[scope])
    return { ...none, result: refused('two_scopes') };
  const recipients = recipientsIn(opened.fields, terms.units);
  const days = daysIn(opened.fields, scope, terms);
  const [first] = days;
  if (!recipients) return { ...none, result: refused('other_recipients') };
  if (!first) return { ...none, result: refused('other_text') };
  const read = signalFromJcs(opened.signalJcs, scope);
  const facts = days.map((one) => ({ ...one, scope, recipients: [...recipients] }));
  const notices = read.ok ? await noticesFor(opened.fields.lang, facts, read.signal, names) : [];
  const today = dayOf(session.now());
  const context = {
    ...{ today, notBeforeDay: first.notBeforeDay, notices, recipients },
    // The server keeps a seal only beside a registered consent that was not taken back.
    ...{ registered: true, withdrawn: false },
  };
  const checked = checkReleasedConsent(opened, context);
  const base = { notBeforeDay: first.notBeforeDay, signature };
  if (checked.ok) return { ...base, result: checked };
  if (checked.code !== 'too_early') return { ...base, result: refused(checked.code) };
  const later = checkReleasedConsent(opened, { ...context, today: first.notBeforeDay });
  return later.ok
    ? { ...base, result: { ok: false, code: 'too_early', early: later.consent } }
    : { ...base, result: refused(later.code) };
}

/** Opens everything that the server holds for this organisation, in its order. */
export async function openSignals(
  session: TeamSession,
  rows: readonly StoredSignal[],
  names: readonly string[],
): Promise<OpenedSignal[]> {
  const terms = session.settings().signals;
  const opened: OpenedSignal[] = [];
  for (const stored of rows) {
    const scope = stored.scope === CONSENT_SCOPE.case ? 'case' : 'pattern';
    const base = { stored, key: toHex(stored.refHash), scope } as const;
    opened.push({
      ...base,
      ...(terms
        ? await check(session, stored, scope, terms, names)
        : { notBeforeDay: null, signature: new Uint8Array(), result: refused('no_terms') }),
    });
  }
  return opened;
}
