import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { MemberRow, Newcomer } from '#lib/client/office/member-rows.ts';
import type { Members } from '#lib/client/office/use-members.ts';
import styles from './office.module.css';
import { useRefusalText } from './task-news.tsx';

type PeopleProps = {
  members: Members;
  /** This supervisor can approve and suspend. */
  canCertify: boolean;
  /** What became of the last approval, refusal or suspension. */
  news: ReactNode;
  invite: ReactNode;
  newcomer: (newcomer: Newcomer) => ReactNode;
  table: (members: readonly MemberRow[]) => ReactNode;
};

/** Who works here, who wants to, and how to let somebody in. */
export function People({ members, canCertify, news, invite, newcomer, table }: PeopleProps) {
  const t = useTranslations('office.people');
  const pending = useTranslations('office.pending');
  return (
    <section aria-labelledby="people" className={styles.section}>
      <h2 id="people">{t('heading')}</h2>
      <p className={styles.quiet}>{t('intro')}</p>
      {canCertify ? null : <p className={styles.trouble}>{t('needAdmin')}</p>}
      {members.kind === 'ready' && members.newcomers.length > 0 ? (
        <div className={styles.block}>
          <h3>{pending('heading')}</h3>
          <p>{pending('intro')}</p>
          {members.newcomers.map((one) => newcomer(one))}
        </div>
      ) : null}
      {news}
      <PeopleList members={members} table={table} />
      {invite}
    </section>
  );
}

function PeopleList({ members, table }: Pick<PeopleProps, 'members' | 'table'>) {
  const t = useTranslations('office');
  const refusalText = useRefusalText();
  switch (members.kind) {
    case 'loading':
      return <p role="status">{t('loading')}</p>;
    case 'failed':
      return (
        <>
          <p role="alert" className={styles.trouble}>
            {refusalText('unavailable')}
          </p>
          <Button onClick={members.again}>{t('again')}</Button>
        </>
      );
    case 'ready':
      return (
        <>
          {table(members.members)}
          {members.members.length === 1 ? <p>{t('people.empty')}</p> : null}
        </>
      );
  }
}
