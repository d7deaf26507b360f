import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ChoiceGroup } from '#components/ui/choice-group.tsx';
import { Field } from '#components/ui/field.tsx';
import type { Role } from '#lib/client/office/member-rows.ts';
import { dayText } from '#lib/i18n/day-text.ts';
import { CopyButton } from './copy-button.tsx';
import styles from './office.module.css';
import people from './people.module.css';

export type Link = { address: string; expiresDay: number };

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
  const locale = useLocale();
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
      {link ? (
        <>
          <p>{t('invite.made', { date: dayText(link.expiresDay, locale) })}</p>
          <div className={people.link}>
            <Field
              label={t('invite.link')}
              value={link.address}
              readOnly
              onFocus={(event) => event.target.select()}
            />
          </div>
          <div className={styles.row}>
            <CopyButton
              key={link.address}
              text={link.address}
              label={t('invite.copy')}
              copied={t('invite.copied')}
            />
          </div>
        </>
      ) : null}
      {open}
    </div>
  );
}
