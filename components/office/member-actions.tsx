import { useTranslations } from 'next-intl';
import type { MemberRow } from '#lib/client/office/member-rows.ts';
import { ConfirmButton } from './confirm-button.tsx';
import styles from './people.module.css';

type RenewButtonProps = { name: string; busy: boolean; onRenew: () => void };

/** Asks for a new password for somebody who lost theirs, or their phone. */
export function RenewButton({ name, busy, onRenew }: RenewButtonProps) {
  const t = useTranslations('office.people');
  return (
    <ConfirmButton
      label={t('renewShort')}
      name={t('renew', { name })}
      question={t('renewQuestion', { name })}
      confirm={t('renewNow')}
      cancel={t('cancel')}
      busy={busy}
      onConfirm={onRenew}
    />
  );
}

type MemberActionsProps = {
  member: MemberRow;
  busy: boolean;
  onRenew: () => void;
  onSuspend: () => void;
};

/** What a supervisor can do about a colleague who was approved once. */
export function MemberActions({ member, busy, onRenew, onSuspend }: MemberActionsProps) {
  const t = useTranslations('office.people');
  const { name } = member;
  return (
    <div className={styles.actions}>
      <RenewButton name={name} busy={busy} onRenew={onRenew} />
      <ConfirmButton
        label={t('suspendShort')}
        name={t('suspend', { name })}
        question={t('suspendQuestion', { name })}
        confirm={t('suspendNow')}
        cancel={t('cancel')}
        busy={busy}
        onConfirm={onSuspend}
      />
    </div>
  );
}
