'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { pageStaff } from '#lib/client/team/page-staff.ts';
import type { StaffState } from '#lib/client/team/staff-state.ts';
import { useIdleLock } from '#lib/client/team/use-idle-lock.ts';
import { useStaff } from '#lib/client/team/use-staff.ts';
import { DemoBanner } from './demo-banner.tsx';
import { IdleLine } from './idle-line.tsx';
import { PendingScreen } from './pending-screen.tsx';
import { useRefusalText } from './refusal-text.ts';
import styles from './sign-in.module.css';
import { UnlockForm } from './unlock-form.tsx';

function Locked({ facts }: { facts: Extract<StaffState, { kind: 'locked' }>['facts'] }) {
  const t = useTranslations('team.unlock');
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  async function unlock(password: string) {
    setBusy(true);
    setRefused(null);
    const answer = await pageStaff().unlock(password);
    setBusy(false);
    if (answer.ok) return;
    setRefused(answer.code === 'vault' ? t('refused') : refusalText(answer, false));
  }
  return (
    <UnlockForm
      name={facts.displayName}
      busy={busy}
      refused={refused}
      onUnlock={(password) => void unlock(password)}
      onSignOut={() => void pageStaff().signOut()}
    />
  );
}

/** The server did not say who this is: nothing is lost, and asking again is all there is to do. */
function Unreachable() {
  const t = useTranslations('team');
  return (
    <main id="main" className={styles.screen}>
      <div className={styles.card}>
        <p role="alert">{t('signIn.refused.unavailable')}</p>
        <Button look="primary" onClick={() => location.reload()}>
          {t('unlock.again')}
        </Button>
      </div>
    </main>
  );
}

type StaffGateProps = {
  /** What stands inside fills exactly one screen and scrolls by itself. */
  fill?: boolean;
  children: ReactNode;
};

/**
 * Shows desk or office to a member with open keys; asks everybody else for what is missing. Locks an
 * unattended screen.
 */
export function StaffGate({ fill = false, children }: StaffGateProps) {
  const staff = useStaff();
  const router = useRouter();
  const locale = useLocale();
  const t = useTranslations('team.signIn');
  const open = staff.kind === 'open';
  const lock = useCallback(() => void pageStaff().lock(), []);
  const soon = useIdleLock(open ? lock : null);
  const leave = staff.kind === 'signed_out' && staff.why !== 'unavailable';
  useEffect(() => {
    if (leave) router.replace(`/${locale}/sign-in`);
  }, [leave, router, locale]);

  switch (staff.kind) {
    case 'open':
      return (
        <div className={fill ? styles.fill : undefined}>
          {staff.session.view.demo ? <DemoBanner /> : null}
          <IdleLine soon={soon} />
          {children}
        </div>
      );
    case 'locked':
      return (
        <>
          {staff.facts.demo ? <DemoBanner /> : null}
          <Locked facts={staff.facts} />
        </>
      );
    case 'pending':
      return <PendingScreen words={staff.words(locale)} demo={staff.facts.demo} />;
    case 'signed_out':
      return leave ? null : <Unreachable />;
    case 'starting':
      return (
        <main id="main" className={styles.screen}>
          <p role="status">{t('starting')}</p>
        </main>
      );
  }
}
