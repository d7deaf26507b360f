import { useTranslations } from 'next-intl';
import { Panel } from '#components/ui/panel.tsx';
import type { ContactPoints as Points } from '#messages/content/contact-points.ts';
import { NumberEntry } from '../numbers.tsx';
import styles from './info.module.css';

/** Who can help, under the name of their country and what they are for. */
export function ContactPoints({ points }: { points: readonly Points[] }) {
  const t = useTranslations();
  return (
    <div className={styles.folds}>
      {points.map(({ country, groups }) => (
        <Panel key={country} summary={t(`help.country.${country}`)}>
          <div className={styles.contacts}>
            {groups.map(({ role, entries }) => (
              <section key={role} className={styles.block}>
                <h3>{t(`info.role.${role}`)}</h3>
                <ul className={styles.entries}>
                  {entries.map((entry) => (
                    <NumberEntry key={entry.id} entry={entry} />
                  ))}
                </ul>
              </section>
            ))}
            <p className={styles.quiet}>{t('help.numbers.trace')}</p>
          </div>
        </Panel>
      ))}
    </div>
  );
}
