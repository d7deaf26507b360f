import { CONSENT_SCOPE } from '#lib/crypto/consent/consent.ts';
import { equalBytes, toHex } from '#lib/crypto/primitives/bytes.ts';
import { dayOf } from '#lib/crypto/primitives/time-units.ts';
import type { StoredSignal } from '#lib/protocol/team/signal-events.ts';
import { signalFromJcs } from '#lib/signals/canonical-signal.ts';
import {
  type CheckedConsent,
  type ConsentContext,
  type ConsentRefusal,
  checkReleasedConsent,
} from '#lib/signals/consent-check.ts';
import { isSynthetic } from '#lib/signals/synthetic-mark.ts';
import type { TeamSession } from '../../team/team-session.ts';
import { daysIn, recipientsIn, type TermsOverTime, waitOf } from './card-facts.ts';
import { shownOf, textsOf } from './notices.ts';
import { waitsUntil } from './short-wait.ts';
import { isRegistered, unsealed } from './unseal.ts';

/** Why a sealed signal cannot leave, or cannot even be read. */
export type SignalRefusalCode =
  | ConsentRefusal['code']
  | ('no_key' | 'bad_signature' | 'no_terms' | 'synthetic' | 'cooling_off');

export type OpenedSignal = {
  stored: StoredSignal;
  /** H32 of the consent's reference, in hex */
  key: string;
  scope: 'case' | 'pattern';
  /** First day on which it may leave; null where that cannot be told. */
  notBeforeDay: number | null;
  /** When a cooling-off of minutes ends, ms since 1970; null where none runs. */
  waitsUntil: number | null;
  /** Signature of the consent: known to whoever can open the seal, never to the server. Empty if not opened. */
  signature: Uint8Array;
  /** Made for the demo, of nobody. */
  isSynthetic: boolean;
  /** What joins signals of one counsellor: a work name, or for a desk the mark of one; empty if not opened. */
  counsellor: string;
  result:
    | { ok: true; consent: CheckedConsent }
    /** `early`: all is well but the time. */
    | { ok: false; code: SignalRefusalCode; early: CheckedConsent | null };
};

const refused = (code: SignalRefusalCode): OpenedSignal['result'] => ({
  ok: false,
  code,
  early: null,
});

type Opened = Pick<
  OpenedSignal,
  'notBeforeDay' | 'signature' | 'result' | 'isSynthetic' | 'counsellor'
> & { shortWait: number };
type Opening = {
  session: TeamSession;
  stored: StoredSignal;
  scope: 'case' | 'pattern';
  terms: TermsOverTime;
  /** work names of the team, for the text */
  names: readonly string[];
};

const unopened = (code: SignalRefusalCode): Opened => ({
  ...{ notBeforeDay: null, shortWait: 0, signature: new Uint8Array() },
  ...{ isSynthetic: false, counsellor: '' },
  result: refused(code),
});

/** Opens one sealed signal with the release key in this browser, and checks the consent inside. */
async function check(opening: Opening): Promise<Opened> {
  const { session, stored, scope, terms, names } = opening;
  const seed = session.vault().releaseEpochs.find(({ epoch }) => epoch === stored.epoch)?.seed;
  if (!seed) return unopened('no_key');
  const opened = unsealed(session, stored, seed);
  if (!opened) return unopened('bad_signature');
  const { fields, mark } = opened;
  const synthetic = isSynthetic(fields);
  const base = {
    ...{ notBeforeDay: null, shortWait: 0 },
    ...{ signature: opened.consent.signature, isSynthetic: synthetic },
    counsellor: mark ? toHex(mark) : '',
  };
  const no = (code: SignalRefusalCode): Opened => ({ ...base, result: refused(code) });
  if (synthetic && !session.view.demo) return no('synthetic');
  if (fields.scope !== CONSENT_SCOPE[scope]) return no('two_scopes');
  const recipients = recipientsIn(fields, terms);
  const days = daysIn(fields, scope, terms);
  if (!recipients) return no('other_recipients');
  const read = signalFromJcs(opened.signalJcs, scope);
  const facts = days.map((one) => ({ ...one, scope, recipients: [...recipients] }));
  const { lang } = fields;
  const texts = read.ok && !mark ? await textsOf({ lang, signal: read.signal, facts, names }) : [];
  const shown = shownOf(texts, fields);
  if (days.length === 0) return no('other_text');
  const today = dayOf(session.now());
  const { notBeforeDay, shortWait } = waitOf(days, shown?.days ?? null, fields.day, today);
  const context = {
    ...{ today, notBeforeDay },
    ...{ notices: mark ? ('at_origin' as const) : shown ? [shown.notice] : [], recipients },
    ...{ registered: isRegistered(opened.consent.body, stored) },
    // The server keeps a seal only beside a consent that was not taken back.
    ...{ withdrawn: false, settings: terms[0].settings },
  };
  return withResult(opened, context, { ...base, shortWait });
}

/** The answer of the consent check; for one that is only too early, what it will be. */
function withResult(
  opened: Parameters<typeof checkReleasedConsent>[0],
  context: ConsentContext,
  base: Omit<Opened, 'result'>,
): Opened {
  const { notBeforeDay } = context;
  const result = checkReleasedConsent(opened, context);
  const later =
    !result.ok && result.code === 'too_early'
      ? checkReleasedConsent(opened, { ...context, today: notBeforeDay })
      : result;
  if (!later.ok) return { ...base, notBeforeDay, result: refused(later.code) };
  const counsellor = base.counsellor || (later.consent.notice.by ?? '');
  return {
    ...{ ...base, notBeforeDay, counsellor },
    result: result.ok ? result : { ok: false, code: 'too_early', early: later.consent },
  };
}

/** Holds a signal back while its cooling-off of minutes runs, which begins when this browser first sees it. */
function held(session: TeamSession, key: string, { shortWait, ...opened }: Opened) {
  const { result } = opened;
  const until = shortWait > 0 && result.ok ? waitsUntil(session, key, shortWait) : null;
  if (until === null || !result.ok) return { ...opened, waitsUntil: null };
  const waiting = { ok: false, code: 'cooling_off', early: result.consent } as const;
  return { ...opened, waitsUntil: until, result: waiting };
}

/** What was opened in a session, as long as its day and all that it was checked against stay. */
const remembered = new WeakMap<TeamSession, { against: string; opened: Memory }>();

/** By key: what came out of which row. Another seal, or another registration, of the same reference is opened anew. */
type Memory = Map<string, { of: StoredSignal; found: Opened }>;

const isSameSeal = (one: StoredSignal, other: StoredSignal): boolean =>
  one.scope === other.scope &&
  one.epoch === other.epoch &&
  equalBytes(one.blob, other.blob) &&
  equalBytes(one.bodyHash ?? none, other.bodyHash ?? none);
const none = new Uint8Array();

function memoryOf(session: TeamSession, against: string): Memory {
  const known = remembered.get(session);
  if (known?.against === against) return known.opened;
  const opened: Memory = new Map();
  remembered.set(session, { against, opened });
  return opened;
}

/**
 * Opens everything that the server holds for this organisation, in its order.
 * @param termsBy the terms of this organisation, and of those whose signals are passed on to it, by id
 */
export async function openSignals(
  session: TeamSession,
  rows: readonly StoredSignal[],
  names: readonly string[],
  termsBy: ReadonlyMap<string, TermsOverTime>,
): Promise<OpenedSignal[]> {
  const own = toHex(session.vault().roots.orgId);
  const epochs = session.vault().releaseEpochs.map(({ epoch }) => epoch);
  const today = dayOf(session.now());
  const memory = memoryOf(session, JSON.stringify([today, [...termsBy], names, epochs]));
  const opened: OpenedSignal[] = [];
  for (const stored of rows) {
    const scope = stored.scope === CONSENT_SCOPE.case ? 'case' : 'pattern';
    const key = toHex(stored.refHash);
    const terms = termsBy.get(stored.originId ?? own);
    const known = memory.get(key);
    const found =
      known && isSameSeal(known.of, stored)
        ? known.found
        : terms
          ? await check({ session, stored, scope, terms, names })
          : unopened('no_terms');
    memory.set(key, { of: stored, found });
    opened.push({ stored, key, scope, ...held(session, key, found) });
  }
  return opened;
}
