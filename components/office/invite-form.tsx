import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import type { Role } from '#lib/client/office/member-rows.ts';
import styles from './office.module.css';
import { type Link, OneTimeLink } from './one-time-link.tsx';

type InviteFormProps = {
  link: Link | null;
  busy: boolean;
  news: ReactNode;
  /** Links that nobody used yet. */
  open: ReactNode;
  onInvite: (role: Role) => void;
};

/** Makes a one-time link. What it lets in still waits for five words. */
export function InviteForm({ link, busy, news, open, onInvite }: InviteFormProps) {
  const t = useTranslations('office');
  const [role, setRole] = useState<Role>('counsellor');
  return (
    <div className={styles.block}>
      <h3>{t('invite.heading')}</h3>
      <ChoiceGroup
        label={t('invite.role')}
        value={role}
        onChoose={setRole}
        choices={(['counsellor', 'supervisor'] as const).map((one) => ({
          value: one,
          label: (
            <span>
              {t(`people.role.${one}`)}: {t(`invite.${one}Hint`)}
            </span>
          ),
        }))}
      />
      <Button
        look={link ? 'secondary' : 'primary'}
        aria-disabled={busy}
        onClick={() => onInvite(role)}
      >
        {link ? t('invite.another') : t('invite.make')}
      </Button>
      {news}
      {link ? <OneTimeLink link={link} label={t('invite.link')} /> : null}
      {open}
    </div>
  );
}
