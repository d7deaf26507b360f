'use client';

import Link from 'next/link';
import { NextIntlClientProvider, useLocale, useTranslations } from 'next-intl';
import { useEffect, useSyncExternalStore } from 'react';
import { useCalls } from '#lib/client/office/use-calls.ts';
import { type OfficePlace, useOfficePlace } from '#lib/client/office/use-office-place.ts';
import { pageStaff } from '#lib/client/team/page-staff.ts';
import { roleBits } from '#lib/client/team/session-facts.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import { useDuty, useShut } from '#lib/client/team/use-duty.ts';
import { useLooks } from '#lib/client/team/use-looks.ts';
import { useSession, useStaff } from '#lib/client/team/use-staff.ts';
import type { loadOfficeWords } from '#lib/i18n/load-office-words.ts';
import { AuditRoom } from './audit/audit-room.tsx';
import { CallLine } from './call-line.tsx';
import { DutyLine } from './duty-line.tsx';
import { HoursRoom } from './hours-room.tsx';
import { KeysRoom } from './keys-room.tsx';
import { LookLine } from './look-line.tsx';
import styles from './office.module.css';
import { OfficeShell } from './office-shell.tsx';
import { PeopleRoom } from './people-room.tsx';
import { SignalsRoom } from './signals/signals-room.tsx';
import { UnitsRoom } from './units/units-room.tsx';
import { WarningList } from './warning-list.tsx';

type OfficeProps = { words: Awaited<ReturnType<typeof loadOfficeWords>> };

/** The office of the supervisor who is signed in; keys are open when this is shown. */
export function Office({ words }: OfficeProps) {
  const locale = useLocale();
  const staff = useStaff();
  if (staff.kind !== 'open') return null;
  const { session } = staff;
  const isSupervisor = (session.view.roles & roleBits.supervisor) !== 0;
  return (
    <NextIntlClientProvider locale={locale} messages={{ office: words }} timeZone="UTC">
      {isSupervisor ? <Rooms session={session} /> : <NotSupervisor />}
    </NextIntlClientProvider>
  );
}

function Rooms({ session }: { session: TeamSession }) {
  const locale = useLocale();
  const t = useTranslations('office');
  const place = useOfficePlace();
  const organisation = useSession(session, (now) => now.settings().name);
  const connection = useSyncExternalStore(
    session.portal.onConnection,
    session.portal.connection,
    session.portal.connection,
  );
  const { calls, answered } = useCalls(session);
  const onDuty = useDuty(session);
  useEffect(() => {
    document.title = `${t(`nav.${place}`)} · ${t('title')}`;
  }, [t, place]);
  return (
    <OfficeShell
      member={{ name: session.view.displayName, organisation }}
      place={place}
      deskLink={(className, words) => (
        <Link className={className} href={`/${locale}/desk`} prefetch={false}>
          {words}
        </Link>
      )}
      connected={connection === 'connected'}
      onLock={() => void pageStaff().lock()}
      onSignOut={() => void pageStaff().signOut()}
    >
      <div className={styles.notices}>
        <CallLine calls={calls} onAnswered={answered} />
        <DutyLine shut={useShut(session, onDuty.duty)} />
        <LookLine {...useLooks(session)} />
        <WarningList warnings={useWarnings(session)} />
      </div>
      <Room place={place} session={session} onDuty={onDuty} />
    </OfficeShell>
  );
}

function useWarnings(session: TeamSession) {
  // Warnings follow from directory and vault; reading both makes this run when either changes.
  useSession(session, (now) => now.directory());
  useSession(session, (now) => now.vault());
  return session.warnings();
}

type RoomProps = { place: OfficePlace; session: TeamSession; onDuty: ReturnType<typeof useDuty> };

function Room({ place, session, onDuty }: RoomProps) {
  switch (place) {
    case 'people':
      return <PeopleRoom session={session} />;
    case 'hours':
      return <HoursRoom session={session} onDuty={onDuty} />;
    case 'keys':
      return <KeysRoom session={session} />;
    case 'signals':
      return <SignalsRoom session={session} />;
    case 'units':
      return <UnitsRoom session={session} />;
    case 'audit':
      return <AuditRoom session={session} />;
  }
}

function NotSupervisor() {
  const locale = useLocale();
  const t = useTranslations('office');
  return (
    <main id="main" className={styles.main}>
      <h1>{t('title')}</h1>
      <p>{t('notSupervisor')}</p>
      <p>
        <Link href={`/${locale}/desk`}>{t('toDesk')}</Link>
      </p>
    </main>
  );
}
