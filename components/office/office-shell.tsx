import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button, buttonClass } from '#components/ui/button.tsx';
import { StaffBar } from '#components/ui/staff-bar.tsx';
import { type OfficePlace, officePlaces } from '#lib/client/office/use-office-place.ts';
import styles from './office.module.css';

type OfficeShellProps = {
  member: { name: string; organisation: string };
  place: OfficePlace;
  /** Goes to the desk without loading the document again. */
  deskLink: (className: string, words: string) => ReactNode;
  connected: boolean;
  onLock: () => void;
  onSignOut: () => void;
  children: ReactNode;
};

/** The frame of the office: who sits here, its rooms, the way to the desk and out. */
export function OfficeShell(props: OfficeShellProps) {
  const { member, place, deskLink, connected, onLock, onSignOut, children } = props;
  const t = useTranslations('office');
  return (
    <div className={styles.office}>
      <StaffBar title={t('title')} who={t('bar.as', member)}>
        {deskLink(buttonClass({ look: 'quiet' }), t('bar.desk'))}
        <Button look="quiet" onClick={onLock}>
          {t('bar.lock')}
        </Button>
        <Button look="quiet" onClick={onSignOut}>
          {t('bar.signOut')}
        </Button>
      </StaffBar>
      <nav aria-label={t('nav.label')} className={styles.nav}>
        <ul>
          {officePlaces.map((one) => (
            <li key={one}>
              <a href={`#${one}`} aria-current={one === place ? 'page' : undefined}>
                {t(`nav.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p role="status" className={styles.line}>
        {connected ? null : t('connection.lost')}
      </p>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  );
}
