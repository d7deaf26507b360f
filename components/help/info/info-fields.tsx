import { useTranslations } from 'next-intl';
import type { InfoPage } from '#messages/content/info-page.ts';
import styles from './info.module.css';

/** What an organisation says of itself, or plainly that nobody has filled it in. */
export function InfoFields({ fields }: { fields: InfoPage['blocks'][number]['fields'] }) {
  const t = useTranslations('info');
  return (
    <dl className={styles.fields}>
      {fields.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={value === null ? styles.quiet : undefined}>{value ?? t('missing')}</dd>
        </div>
      ))}
    </dl>
  );
}
