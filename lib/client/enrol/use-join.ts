import { useState } from 'react';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import type { OrganisationId } from '#lib/protocol/ids.ts';
import { browserHttp } from '../portal/http.ts';
import type { AccountChoice } from '../team/account.ts';
import { type FiveWords, fiveWords } from '../team/five-words.ts';
import { type ApprovalWatch, join } from '../team/join.ts';
import type { renew } from '../team/renew.ts';
import { workerKeyWork } from '../team/worker-key-work.ts';
import { troubleOf } from './account-steps.ts';
import { useApproval } from './use-approval.ts';

export type JoinForm = {
  step: 'welcome' | 'account' | 'words';
  words: FiveWords | null;
  /** A supervisor approved them. */
  approved: boolean;
  busy: boolean;
  refused: string | null;
  begin(): void;
  /** @returns null, or the code of a refusal */
  send(choice: AccountChoice): Promise<string | null>;
};

/**
 * Joining an organisation, from the link to the five words.
 * @param how `renew`: whose account is there already, and begins anew
 */
export function useJoin(
  token: string,
  organisationId: OrganisationId,
  how: typeof renew = join,
): JoinForm {
  const [step, setStep] = useState<JoinForm['step']>('welcome');
  const [words, setWords] = useState<FiveWords | null>(null);
  const [watch, setWatch] = useState<ApprovalWatch | null>(null);
  const approved = useApproval(watch);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  async function send(choice: AccountChoice): Promise<string | null> {
    if (busy) return null;
    setBusy(true);
    setRefused(null);
    const work = workerKeyWork();
    const around = { http: browserHttp(), work, now: Date.now, random: systemRandom };
    try {
      const joined = await how(around, token, organisationId, choice);
      if (joined.ok) {
        const made = fiveWords(joined.identity, joined.roots);
        setWords(() => made);
        setWatch(joined.watch);
        setStep('words');
        return null;
      }
      if (troubleOf(joined.code, choice.totp !== null) === null) setRefused(joined.code);
      return joined.code;
    } catch {
      setRefused('argon2');
      return 'argon2';
    } finally {
      work.end();
      setBusy(false);
    }
  }
  return { step, words, approved, busy, refused, begin: () => setStep('account'), send };
}
