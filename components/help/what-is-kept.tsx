import { useTranslations } from 'next-intl';
import { Panel } from '#components/ui/panel.tsx';
import styles from './before-screen.module.css';

/** Every kind of thing that the server stores of a chat; the tables of `prisma/schema.prisma`, in plain words. */
const kept = ['number', 'team', 'state', 'day', 'words', 'proof', 'notes', 'signal'] as const;

/** The literal list of what the server stores, what it sees and does not keep, and what a judge may ask. */
export function WhatIsKept() {
  const t = useTranslations('help.before');
  return (
    <Panel summary={t('moreHeading')}>
      <p>{t('keptHeading')}</p>
      <ul className={styles.kept}>
        {kept.map((what) => (
          <li key={what}>{t(`kept.${what}`)}</li>
        ))}
      </ul>
      <p>{t('moreSeen')}</p>
      <p>{t('moreNot')}</p>
    </Panel>
  );
}
