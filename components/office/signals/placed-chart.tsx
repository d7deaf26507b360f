import { useFormatter, useTranslations } from 'next-intl';
import type { ReleaseFigures } from '#lib/signals/release/pattern.ts';
import styles from './signals.module.css';

const levels = ['level0', 'level1', 'level2', 'level3', 'level4'] as const;

/** How many signals were placed on each level; each bar stands beside its number, which says the same. */
export function PlacedChart({ figures }: { figures: ReleaseFigures }) {
  const t = useTranslations('office.signals.pattern');
  const format = useFormatter();
  return (
    <dl className={styles.chart}>
      {levels.map((level, i) => {
        const count = figures.perLevel[i] ?? 0;
        const share = figures.placed === 0 ? 0 : count / figures.placed;
        const percent = format.number(share, { style: 'percent' });
        return (
          <div key={level}>
            <dt>{t(level)}</dt>
            <dd>
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect className={styles.track} width="100" height="8" />
                <rect className={styles.bar} width={share * 100} height="8" />
              </svg>
              {t('levelCount', { count, percent })}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
