import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { StaffBar } from '#components/ui/staff-bar.tsx';
import type { Alerts } from '#lib/client/desk/alerts.ts';
import styles from './desk-bar.module.css';
import type { KeyboardHelpSwitch } from './keyboard-help.tsx';

type DeskBarProps = {
  member: { name: string; organisation: string };
  choice: Alerts;
  help: KeyboardHelpSwitch;
  /** A link to the office, for supervisors. */
  office: ReactNode;
  onSound: (on: boolean) => void;
  onNotify: (on: boolean) => void;
  onLock: () => void;
  onSignOut: () => void;
};

function Switch({ label, on, onSwitch }: { label: string; on: boolean; onSwitch: () => void }) {
  const t = useTranslations('team.desk.bar');
  return (
    <Button look="quiet" aria-pressed={on} onClick={onSwitch}>
      {label}
      <span aria-hidden="true" className={styles.state}>
        ({on ? t('on') : t('off')})
      </span>
    </Button>
  );
}

/** Who sits here, and how the desk may call them. */
export function DeskBar(props: DeskBarProps) {
  const { member, choice, help, office, onSound, onNotify, onLock, onSignOut } = props;
  const t = useTranslations('team.desk');
  const { sound, notify } = choice;
  return (
    <StaffBar
      title={t('heading')}
      who={`${member.name}, ${member.organisation}`}
      className={styles.bar}
    >
      {office}
      <Switch label={t('bar.sound')} on={sound} onSwitch={() => onSound(!sound)} />
      {notify === 'blocked' ? (
        <p role="status" className={styles.blocked}>
          {t('bar.notifyBlocked')}
        </p>
      ) : (
        <Switch
          label={t('bar.notify')}
          on={notify === 'on'}
          onSwitch={() => onNotify(notify !== 'on')}
        />
      )}
      <Button ref={help.button} look="quiet" aria-expanded={help.open} onClick={help.toggle}>
        {t('bar.keys')}
      </Button>
      <Button look="quiet" onClick={onLock}>
        {t('bar.lock')}
      </Button>
      <Button look="quiet" onClick={onSignOut}>
        {t('bar.signOut')}
      </Button>
    </StaffBar>
  );
}
