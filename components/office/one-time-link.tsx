import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Field } from '#components/ui/field.tsx';
import { dayText } from '#lib/i18n/day-text.ts';
import { CopyButton } from './copy-button.tsx';
import styles from './office.module.css';
import people from './people.module.css';

export type Link = { address: string; expiresDay: number };

type OneTimeLinkProps = {
  link: Link;
  label: string;
  /** It stands elsewhere on the page than what was pressed for it. */
  takesFocus?: boolean;
};

/** A link that was just made, to be handed on by whoever made it. It is not shown again. */
export function OneTimeLink({ link, label, takesFocus = false }: OneTimeLinkProps) {
  const t = useTranslations('office.invite');
  const locale = useLocale();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  return (
    <>
      <p>{t('made', { date: dayText(link.expiresDay, locale) })}</p>
      <div className={people.link}>
        <Field
          ref={field}
          label={label}
          value={link.address}
          readOnly
          onFocus={(event) => event.target.select()}
        />
      </div>
      <div className={styles.row}>
        <CopyButton key={link.address} text={link.address} label={t('copy')} copied={t('copied')} />
      </div>
    </>
  );
}
