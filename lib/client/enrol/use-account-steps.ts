import { useState } from 'react';
import { fromHex } from '#lib/crypto/primitives/bytes.ts';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import type { WordLanguage } from '#lib/crypto/words/code-words.ts';
import { newPassphrase } from '#lib/crypto/words/passphrase.ts';
import { type AccountChoice, newAccountPlace, plainPassword } from '../team/account.ts';
import { newTotpSecret, toBase32, totpAddress } from '../team/totp.ts';
import { type AccountStep, isLoginName, isWorkName, troubleOf } from './account-steps.ts';
import { useTakenNames } from './use-taken-names.ts';

export type AccountForm = {
  step: AccountStep;
  names: { loginName: string; displayName: string };
  /** What is wrong with what was typed last, or with what the server said of it. */
  problem: 'login_name' | 'name_taken' | 'work_name' | 'password' | 'code' | 'wrong_code' | null;
  phrase: { words: string; language: WordLanguage };
  totp: { address: string; secret: string };
  setNames(names: AccountForm['names']): void;
  /** The sign-in name was typed: a name that is taken is told before anything else is asked. */
  loginNameLeft(): void;
  namesDone(): void;
  otherWords(language: WordLanguage): void;
  wordsDone(): void;
  showWords(): void;
  confirm(typed: string): void;
  sendCode(code: string): void;
};

/** Sends the account; null, or the code of the refusal. */
type Send = (choice: AccountChoice) => Promise<string | null>;

type AccountDeps = {
  demo: boolean;
  issuer: string;
  language: WordLanguage;
  /** Whose account begins anew: its names stay, so that nobody is asked for them. */
  renewed?: { memberId: string; loginName: string; displayName: string };
  /** Whether a sign-in name can be had; not asked for a renewed account. */
  isFree?: (loginName: string) => Promise<boolean>;
  send: Send;
};

/** The steps of a new account: names, seven words, the same words typed, the second factor. */
export function useAccountSteps(deps: AccountDeps): AccountForm {
  const { demo, issuer, language, renewed, isFree, send } = deps;
  const [step, setStep] = useState<AccountStep>(renewed ? 'words' : 'names');
  const [problem, setProblem] = useState<AccountForm['problem']>(null);
  const [names, setNames] = useState(namesOf(renewed));
  const [phrase, setPhrase] = useState(() => drawn(language));
  const taken = useTakenNames(isFree);
  const [place] = useState(() => placeOf(renewed));
  const [secret] = useState(() => newTotpSecret(systemRandom));

  const go = (next: AccountStep) => {
    setProblem(null);
    setStep(next);
  };
  async function submit(totp: AccountChoice['totp']) {
    const code = await send({ place, ...names, password: phrase.words, totp });
    const trouble = code === null ? null : troubleOf(code, totp !== null);
    if (trouble === null) return;
    setStep(trouble === 'name_taken' ? 'names' : 'totp');
    setProblem(trouble);
  }
  return {
    step,
    names,
    problem,
    phrase,
    totp: { address: totpAddress(secret, names.loginName, issuer), secret: toBase32(secret) },
    setNames(next) {
      if (next.loginName !== names.loginName) setProblem(null);
      setNames(next);
    },
    loginNameLeft() {
      if (!isLoginName(names.loginName)) return;
      taken.look(names.loginName, () => {
        setProblem('name_taken');
        setStep('names');
      });
    },
    namesDone() {
      if (!isLoginName(names.loginName)) return setProblem('login_name');
      if (taken.has(names.loginName)) return setProblem('name_taken');
      if (!isWorkName(names.displayName)) return setProblem('work_name');
      // In the language of the page as it is now; before this nobody has seen any words.
      setPhrase(drawn(language));
      go('words');
    },
    otherWords: (next) => setPhrase(drawn(next)),
    wordsDone: () => go('confirm'),
    showWords: () => go('words'),
    confirm(typed) {
      if (plainPassword(typed) !== phrase.words) return setProblem('password');
      if (!demo) return go('totp');
      setProblem(null);
      void submit(null);
    },
    sendCode(code) {
      if (!/^\d{6}$/.test(code.trim())) return setProblem('code');
      setProblem(null);
      void submit({ secret, code: code.trim() });
    },
  };
}

const namesOf = (renewed: AccountDeps['renewed']) => ({
  loginName: renewed?.loginName ?? '',
  displayName: renewed?.displayName ?? '',
});

const placeOf = (renewed: AccountDeps['renewed']) => {
  const place = newAccountPlace(systemRandom);
  return renewed ? { ...place, memberId: fromHex(renewed.memberId) } : place;
};

const drawn = (language: WordLanguage) => ({
  words: newPassphrase(systemRandom, language),
  language,
});
