import { useLocale, useTranslations } from 'next-intl';
import { Panel } from '#components/ui/panel.tsx';
import { uncheckedNumbers } from '#messages/content/number-rules.ts';
import file from '#messages/content/numbers.json' with { type: 'json' };
import type { NumbersFile } from '#messages/content/numbers-schema.ts';
import styles from './office.module.css';

const { entries } = file as NumbersFile;

/** Numbers that people see and nobody has checked for six months. @param today as 2026-12-03 */
export function UncheckedNumbers({ today }: { today: string }) {
  const t = useTranslations('office.numbers');
  const locale = useLocale();
  const unchecked = uncheckedNumbers(entries, today);
  if (unchecked.length === 0) return null;
  return (
    <div className={styles.wide}>
      <p className={styles.trouble}>{t('unchecked', { count: unchecked.length })}</p>
      <Panel summary={t('which')} bare>
        <ul>
          {unchecked.map(({ id, country, name }) => (
            <li key={id}>
              {country}: {name[locale]}
            </li>
          ))}
        </ul>
        <p className={styles.quiet}>{t('how')}</p>
      </Panel>
    </div>
  );
}
