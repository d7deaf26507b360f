import { useTranslations } from 'next-intl';
import styles from './danger-line.module.css';

/** What matters most, said first, working without anything of ours. */
export function DangerLine() {
  const t = useTranslations('help.danger');
  return (
    <p className={styles.line}>
      <span className={styles.question}>{t('call')}</span>{' '}
      <a className={styles.call} href="tel:112">
        {t('dial')}
      </a>
    </p>
  );
}
