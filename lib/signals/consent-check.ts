import {
  CONSENT_SCOPE,
  type ConsentBody,
  noticeHashOf,
  type Recipient,
  recipientsHashOf,
} from '#lib/crypto/consent/consent.ts';
import type { ReleasedSignal } from '#lib/crypto/consent/consent-release.ts';
import { equalBytes } from '#lib/crypto/primitives/bytes.ts';
import { signalFromJcs } from './canonical-signal.ts';
import type { Scope } from './fields.ts';
import { type SignalObstacle, signalObstacles } from './may-propose.ts';
import type { SignalSettings } from './settings.ts';
import type { Signal } from './signal.ts';

/** A notice that the words of a version can make: the exact text, as it would be shown. */
export type Notice = {
  id: string;
  version: string;
  text: string;
  /** the counsellor's work name in it */
  by?: string;
};

/** A police unit as it stands on a card, with the last day of its agreement. */
export type AgreedUnit = Recipient & { agreementUntilDay: number };

/** What a supervisor's browser knows when it looks at an opened consent. */
export type ConsentContext = {
  /** days since 1970 */
  today: number;
  notBeforeDay: number;
  /**
   * every text that may have been shown for this language and these days; `at_origin`: a supervisor of the
   * organisation that had the chat compared it, before it was passed on to this desk
   */
  notices: readonly Notice[] | 'at_origin';
  /** in the order of the card */
  recipients: readonly AgreedUnit[];
  /** the server holds the hash that the person's own connection registered */
  registered: boolean;
  withdrawn: boolean;
  /** of today, of the organisation that had the chat: what was turned off since the yes leaves no more */
  settings: SignalSettings;
};

export type ConsentRefusal =
  | { ok: false; code: 'not_registered' | 'withdrawn' | 'expired' | 'too_early' }
  | { ok: false; code: 'other_text' | 'other_recipients' | 'no_agreement' | 'two_scopes' }
  | { ok: false; code: 'not_canonical' | SignalObstacle }
  | { ok: false; code: 'not_a_code' | 'unknown_field' | 'contradiction'; field: string };

/** A consent that was checked, and what it allows. */
export type CheckedConsent = {
  scope: Scope;
  signal: Signal;
  body: ConsentBody;
  /** Version and text are null for a desk: only the organisation that had the chat can make the text again. */
  notice: Notice | { id: string; version: null; text: null; by?: undefined };
  /** all that stood on the card */
  named: readonly Recipient[];
  /** those of them whose agreement is valid today: nobody else receives anything */
  recipients: readonly Recipient[];
};

/** A consent has one scope: each is asked on a card of its own. */
function scopeOf(bits: number): Scope | null {
  if (bits === CONSENT_SCOPE.case) return 'case';
  return bits === CONSENT_SCOPE.pattern ? 'pattern' : null;
}

const validOf = ({ recipients, today }: ConsentContext): readonly AgreedUnit[] =>
  recipients.filter(({ agreementUntilDay }) => agreementUntilDay >= today);

const nameAndKey = ({ name, key }: Recipient): Recipient => ({ name, key });

function stateRefusal(body: ConsentBody, c: ConsentContext): ConsentRefusal | null {
  if (!c.registered) return { ok: false, code: 'not_registered' };
  if (c.withdrawn) return { ok: false, code: 'withdrawn' };
  if (c.today > body.untilDay) return { ok: false, code: 'expired' };
  if (c.today < c.notBeforeDay) return { ok: false, code: 'too_early' };
  if (!equalBytes(recipientsHashOf(c.recipients), body.recipientsHash))
    return { ok: false, code: 'other_recipients' };
  // Who agreed to two units agreed to each of them: one that is left may receive it.
  if (validOf(c).length === 0) return { ok: false, code: 'no_agreement' };
  return null;
}

const noticeOf = (
  body: ConsentBody,
  notices: ConsentContext['notices'],
): CheckedConsent['notice'] | undefined =>
  notices === 'at_origin'
    ? { id: 'havre-card-pattern', version: null, text: null }
    : notices.find(({ text }) => equalBytes(noticeHashOf(text), body.noticeHash));

/**
 * Whether a consent allows this signal to leave today. The signature, and that it covers exactly
 * this signal, were checked by `openRelease`, which throws otherwise: never pass bytes that did
 * not come out of it.
 */
export function checkReleasedConsent(
  opened: Pick<ReleasedSignal, 'signalJcs'> & { fields: ConsentBody },
  context: ConsentContext,
): { ok: true; consent: CheckedConsent } | ConsentRefusal {
  const { fields: body, signalJcs } = opened;
  const scope = scopeOf(body.scope);
  if (scope === null) return { ok: false, code: 'two_scopes' };
  const read = signalFromJcs(signalJcs, scope);
  if (!read.ok) return read;
  const refusal = stateRefusal(body, context);
  if (refusal) return refusal;
  const notice = noticeOf(body, context.notices);
  if (!notice) return { ok: false, code: 'other_text' };
  const [obstacle] = signalObstacles(scope, read.signal, context.settings);
  if (obstacle) return { ok: false, code: obstacle };
  const named = context.recipients.map(nameAndKey);
  const recipients = validOf(context).map(nameAndKey);
  return { ok: true, consent: { scope, signal: read.signal, body, notice, named, recipients } };
}
