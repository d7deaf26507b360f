import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { TeamWarning } from '#lib/client/team/warnings.ts';
import styles from './office.module.css';

/** What the keepers could not mend by themselves, on top of every room of the office. */
export function WarningList({ warnings }: { warnings: readonly TeamWarning[] }) {
  const t = useTranslations('office.warning');
  const id = useId();
  if (warnings.length === 0) return null;
  return (
    <section aria-labelledby={id} className={styles.warnings}>
      <h2 id={id}>{t('heading')}</h2>
      {warnings.map((warning) => (
        <p key={warning.kind}>
          {warning.kind === 'epoch_missing'
            ? t('epoch_missing', { count: warning.epochs.length })
            : t(warning.kind, { days: warning.daysLeft })}
        </p>
      ))}
    </section>
  );
}
