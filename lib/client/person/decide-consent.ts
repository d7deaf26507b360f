import {
  CONSENT_SCOPE,
  consentBinding,
  noticeHashOf,
  recipientsHashOf,
  signConsent,
} from '#lib/crypto/consent/consent.ts';
import {
  consentRefOf,
  newWithdrawalPlaces,
  signWithdrawal,
} from '#lib/crypto/consent/consent-withdrawal.ts';
import { h32 } from '#lib/crypto/primitives/hash.ts';
import { signalJcs } from '#lib/signals/canonical-signal.ts';
import { declineBytes, grantBytes, type SignalProposal } from '#lib/signals/card-messages.ts';
import type { Signal } from '#lib/signals/signal.ts';
import type { ConsentLine } from './consent-line.ts';

/** Exactly what was on the card when "yes" was pressed. */
export type Shown = {
  proposal: SignalProposal;
  /** as the person changed it */
  signal: Signal;
  /** the whole text of the card, and its language */
  notice: string;
  lang: string;
};

type RefOf = (places: readonly number[]) => Promise<Uint8Array>;

const dayOf = (ms: number): number => Math.floor(ms / 86_400_000);

async function signed(line: ConsentLine, shown: Shown, refOf: RefOf) {
  const { proposal, signal, notice, lang } = shown;
  // The words only make the reference here; they are neither shown nor kept.
  const consentRef = await refOf(newWithdrawalPlaces(line.random));
  const ground = line.ground();
  if (!ground) return null;
  const seed = line.random(32);
  const consent = signConsent(
    {
      lang,
      noticeHash: noticeHashOf(notice),
      orgId: ground.orgId,
      consentRef,
      day: dayOf(line.now()),
      scope: CONSENT_SCOPE[proposal.scope],
      untilDay: proposal.untilDay,
      signalHash: h32(signalJcs(signal)),
      recipientsHash: recipientsHashOf(proposal.recipients),
      binding: consentBinding(ground.resumeSecret, consentRef),
    },
    seed,
  );
  return { consent, consentRef, seed };
}

/**
 * "Yes, share this": signs with a key made for this consent alone, registers it by this page's own
 * connection, and only then tells the counsellor. Whoever leaves in between has shared nothing.
 * @returns false when nothing is shared; the card says so
 */
export async function sayYes(
  line: ConsentLine,
  id: string,
  shown: Shown,
  refOf: RefOf = consentRefOf,
): Promise<boolean> {
  if (line.other(id) !== 'none') return false;
  line.mark(id, 'sharing');
  const made = await signed(line, shown, refOf).catch(() => null);
  if (!made) return failed(line, id);
  const { consent, consentRef, seed } = made;
  const hashes = { refHash: h32(consentRef), bodyHash: h32(consent.body) };
  if (!(await line.register(hashes)) || line.isOff(id)) return failed(line, id);
  const body = grantBytes(consent, signalJcs(shown.signal));
  const told = line.say({ type: 'consent-grant', body });
  if (!told) return failed(line, id);
  line.keep(id, { seed, consentRef, body: consent.body });
  line.mark(id, 'yes');
  return true;
}

function failed(line: ConsentLine, id: string): false {
  line.mark(id, 'failed');
  return false;
}

/** "No, do not share" and "Decide later": nothing leaves, and the person may reopen the card. */
export function sayNo(
  line: ConsentLine,
  id: string,
  { scope }: Pick<SignalProposal, 'scope'>,
  answer: 'no' | 'later',
): void {
  line.say({ type: 'consent-grant', body: declineBytes(scope, answer) });
  line.mark(id, answer);
}

/**
 * "Take back": first on the server, so that it is true when the page says so, then to the counsellor. The day
 * on the card is a promise: what still waits after it can be taken back as well.
 * @returns `too_late`: it had left; `unsure`: taken back, and the server does not say whether it had
 */
export async function takeBack(
  line: ConsentLine,
  id: string,
): Promise<'taken_back' | 'unsure' | 'too_late' | 'failed'> {
  const keys = line.kept(id);
  const today = dayOf(line.now());
  line.mark(id, 'taking_back');
  if (!keys || !(await line.withdraw(keys.consentRef))) {
    line.mark(id, 'not_taken_back');
    return 'failed';
  }
  const hashes = { refHash: h32(keys.consentRef), bodyHash: h32(keys.body) };
  const left = await line.hasLeft(hashes);
  if (left) {
    line.mark(id, 'too_late');
    return 'too_late';
  }
  const body = signWithdrawal(keys.consentRef, keys.body, today, keys.seed);
  line.say({ type: 'consent-withdraw', body });
  const state = left === null ? 'unsure' : 'taken_back';
  line.mark(id, state);
  return state;
}
