import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button.tsx';
import type { KitSheet } from '#lib/client/enrol/kit-sheet.ts';
import styles from './enrol.module.css';

/** One sheet: for the printer as it stands here, for a stick as a text file. */
export function KitSheetView({ sheet }: { sheet: KitSheet }) {
  const t = useTranslations('enrol.kit');
  const facts = [
    [t('organisation'), sheet.organisation],
    [t('id'), sheet.id],
    [t('fingerprint'), sheet.fingerprint],
    [t('key', { number: sheet.number, count: sheet.count }), sheet.key],
  ] as const;
  const needed = t('needed', { count: sheet.needed });
  const text = [
    `Havre: ${t('heading')}`,
    ...facts.map(([name, value]) => `${name}\n  ${value}`),
    needed,
    t('whatFor'),
    '',
  ].join('\n\n');
  return (
    <section
      className={styles.sheet}
      aria-label={t('key', { number: sheet.number, count: sheet.count })}
    >
      <h2>{t('heading')}</h2>
      <dl className={styles.facts} translate="no">
        {facts.map(([name, value], i) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={i === 0 ? undefined : styles.digits}>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        {needed} {t('whatFor')}
      </p>
      <p className={styles.screenOnly}>
        <a
          className={buttonClass({ look: 'primary' })}
          download={t('file', { number: sheet.number })}
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
        >
          {t('download', { number: sheet.number })}
        </a>
      </p>
    </section>
  );
}
