import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { clockText } from '#lib/i18n/clock-text.ts';
import styles from './office.module.css';

type ReachableBlockProps = {
  /** Minutes since 1970; null: nobody said so. */
  until: number | null;
  /** Milliseconds since 1970. */
  now: number;
  /** @param minutes from now; 0 takes it back. Resolves with whether it worked. */
  onSet: (minutes: number) => Promise<boolean>;
};

const hours = [2, 6, 12] as const;

/** A supervisor who leaves the screen says until when they can be called. */
export function ReachableBlock({ until, now, onSet }: ReachableBlockProps) {
  const t = useTranslations('office.reach');
  const locale = useLocale();
  const [failed, setFailed] = useState(false);
  const set = async (minutes: number) => setFailed(!(await onSet(minutes)));
  const time = (ms: number) => clockText(ms, now, locale);
  return (
    <div className={styles.section}>
      <h3>{t('heading')}</h3>
      <p>
        <strong>{until === null ? t('none') : t('now', { time: time(until * 60_000) })}</strong>
      </p>
      <p className={styles.quiet}>{t('hint')}</p>
      <div className={styles.row}>
        {hours.map((count) => (
          <Button key={count} onClick={() => void set(count * 60)}>
            {t('until', { time: time(now + count * 3_600_000) })}
          </Button>
        ))}
        {until === null ? null : <Button onClick={() => void set(0)}>{t('stop')}</Button>}
      </div>
      <p role="alert">{failed ? t('failed') : null}</p>
    </div>
  );
}
