import { useTranslations } from 'next-intl';
import styles from './demo-banner.module.css';

/** On every screen of a demo: its passwords are public. */
export function DemoBanner() {
  const t = useTranslations('team');
  return (
    <aside className={styles.banner}>
      <p>{t('demo')}</p>
    </aside>
  );
}
