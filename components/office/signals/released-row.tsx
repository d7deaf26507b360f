import { useLocale, useTranslations } from 'next-intl';
import { Button, buttonClass } from '#components/ui/button.tsx';
import { useReleased } from '#lib/client/office/signals/use-released.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import { dayText } from '#lib/i18n/day-text.ts';
import type { ReleaseView } from '#lib/protocol/team/release-events.ts';
import styles from './signals.module.css';

type ReleasedRowProps = { session: TeamSession; release: ReleaseView };

/** One release in the history: when, by whom, the hash of its file, and the file while it is kept. */
export function ReleasedRow({ session, release }: ReleasedRowProps) {
  const t = useTranslations('office.signals');
  const locale = useLocale();
  const { file, fetchIt, scope, hash, fileName } = useReleased(session, release);
  return (
    <tr>
      <th scope="row">
        {t(`scope.${scope}`)}: {t('released')}
        {release.quarter ? <p>{t('pattern.quarter', { quarter: release.quarter })}</p> : null}
      </th>
      <td data-label={t('columns.since')}>{dayText(release.day, locale)}</td>
      <td data-label={t('hash')}>
        <span className={styles.hash}>{hash}</span>
      </td>
      <td data-label={t('columns.approved')}>{t('by', { name: release.displayName })}</td>
      <td>
        {file.kind === 'none' ? t('fileGone') : null}
        {file.kind === 'here' ? (
          <a href={file.address} download={fileName} className={buttonClass({ look: 'secondary' })}>
            {t('download')}
          </a>
        ) : null}
        {file.kind === 'failed' ? (
          <>
            <p role="status">{t('fileFailed')}</p>
            <Button onClick={() => void fetchIt()}>{t('fileAgain')}</Button>
          </>
        ) : null}
      </td>
    </tr>
  );
}
