'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { pageStaff } from '#lib/client/team/page-staff.ts';
import { landsOn } from '#lib/client/team/session-facts.ts';
import { useStaff } from '#lib/client/team/use-staff.ts';
import { PendingScreen } from './pending-screen.tsx';
import { useRefusalText } from './refusal-text.ts';
import { SecondFactorForm } from './second-factor-form.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { SignInScreen } from './sign-in-screen.tsx';

/** The password, kept between the two steps and no longer. */
type Credentials = { name: string; password: string };

function useSignIn() {
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [atCode, setAtCode] = useState<Credentials | null>(null);

  async function attempt({ name, password }: Credentials, code: string | null) {
    setBusy(true);
    setRefused(null);
    const answer = await pageStaff().signIn(name, password, code);
    setBusy(false);
    if (answer.ok) return setAtCode(null);
    if (answer.code === 'second_factor' && code === null) return setAtCode({ name, password });
    setRefused(refusalText(answer, code !== null));
  }
  const back = () => {
    setAtCode(null);
    setRefused(null);
  };
  return { busy, refused, atCode, attempt, back };
}

/** Name and password, six digits where they are asked for, then to the desk or the office. */
export function SignIn() {
  const locale = useLocale();
  const router = useRouter();
  const t = useTranslations('team.signIn');
  const staff = useStaff();
  const { busy, refused, atCode, attempt, back } = useSignIn();
  const facts =
    staff.kind === 'open' ? staff.session.view : staff.kind === 'locked' ? staff.facts : null;
  const next = facts ? `/${locale}/${landsOn(facts.roles)}` : null;
  useEffect(() => {
    if (next) router.replace(next);
  }, [next, router]);

  if (staff.kind === 'pending')
    return <PendingScreen words={staff.words(locale)} demo={staff.facts.demo} />;
  const ended = staff.kind === 'signed_out' && staff.why === 'ended' ? t('ended') : null;
  return (
    <SignInScreen>
      {atCode ? (
        <SecondFactorForm
          busy={busy}
          refused={refused}
          onCode={(code) => void attempt(atCode, code)}
          onBack={back}
        />
      ) : (
        <SignInForm
          busy={busy || next !== null}
          refused={refused ?? ended}
          onSignIn={(name, password) => void attempt({ name, password }, null)}
        />
      )}
    </SignInScreen>
  );
}
