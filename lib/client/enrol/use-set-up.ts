import { useEffect, useRef, useState } from 'react';
import { wipe } from '#lib/crypto/primitives/bytes.ts';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import { emptyDraft, problemsOf, type SettingsDraft, settingsOf } from '../office/hours-draft.ts';
import { browserHttp } from '../portal/http.ts';
import type { AccountChoice } from '../team/account.ts';
import { type NewRoots, newRoots } from '../team/first-keys.ts';
import { setUp } from '../team/set-up.ts';
import { workerKeyWork } from '../team/worker-key-work.ts';
import { troubleOf } from './account-steps.ts';
import { type KitSheet, kitSheets, wrongSheets } from './kit-sheet.ts';

export type SetUpStep = 'welcome' | 'organisation' | 'roots' | 'kit' | 'account' | 'done';
export type RootChoice = 'one' | 'three';

export type SetUpForm = {
  step: SetUpStep;
  draft: SettingsDraft;
  /** What keeps the organisation's form from going on; empty until somebody tried. */
  problems: ReturnType<typeof problemsOf>;
  rootChoice: RootChoice;
  sheets: readonly KitSheet[];
  /** Numbers of the sheets whose digits were not right. */
  kitWrong: readonly number[];
  busy: boolean;
  /** A refusal that no step can mend, as a code. */
  refused: string | null;
  go(step: SetUpStep): void;
  setDraft(draft: SettingsDraft): void;
  organisationDone(): void;
  chooseRoots(choice: RootChoice): void;
  makeRoots(): void;
  confirmKit(typed: readonly string[]): void;
  /** @returns null, or the code of a refusal */
  send(choice: AccountChoice): Promise<string | null>;
};

/** Setting up an organisation, from the link to the first sign-in. Nothing is stored on the way. */
export function useSetUp(token: string): SetUpForm {
  const [step, setStep] = useState<SetUpStep>('welcome');
  const [draft, setDraft] = useState(() =>
    emptyDraft(Intl.DateTimeFormat().resolvedOptions().timeZone),
  );
  const [tried, setTried] = useState(false);
  const [rootChoice, chooseRoots] = useState<RootChoice>('one');
  const roots = useRef<NewRoots | null>(null);
  const [sheets, setSheets] = useState<readonly KitSheet[]>([]);
  const [kitWrong, setKitWrong] = useState<readonly number[]>([]);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  // The root key lives here until the set-up is done or the page is left, and nowhere else.
  function forgetRoots() {
    if (roots.current) wipe(...roots.current.seeds);
    roots.current = null;
    setSheets([]);
  }
  useEffect(
    () => () => {
      if (roots.current) wipe(...roots.current.seeds);
    },
    [],
  );
  return {
    step,
    draft,
    problems: tried ? problemsOf(draft) : [],
    rootChoice,
    sheets,
    kitWrong,
    busy,
    refused,
    go: setStep,
    setDraft,
    organisationDone() {
      setTried(true);
      if (problemsOf(draft).length === 0) setStep('roots');
    },
    chooseRoots,
    makeRoots() {
      forgetRoots();
      roots.current =
        rootChoice === 'one' ? newRoots(1, 1, systemRandom) : newRoots(2, 3, systemRandom);
      setKitWrong([]);
      setSheets(kitSheets(roots.current, draft.name.trim()));
      setStep('kit');
    },
    confirmKit(typed) {
      const wrong = wrongSheets(sheets, typed);
      setKitWrong(wrong);
      if (wrong.length === 0) setStep('account');
    },
    async send(choice) {
      if (!roots.current || busy) return null;
      setBusy(true);
      setRefused(null);
      const code = await send(token, roots.current, settingsOf(draft), choice);
      setBusy(false);
      if (code === null) {
        forgetRoots();
        setStep('done');
      } else if (troubleOf(code, choice.totp !== null) === null) setRefused(code);
      return code;
    },
  };
}

async function send(
  token: string,
  roots: NewRoots,
  settings: ReturnType<typeof settingsOf>,
  choice: AccountChoice,
): Promise<string | null> {
  const work = workerKeyWork();
  const around = { http: browserHttp(), work, now: Date.now, random: systemRandom };
  try {
    const answer = await setUp(around, token, roots, settings, choice);
    return answer.ok ? null : answer.code;
  } catch {
    return 'argon2';
  } finally {
    work.end();
  }
}
