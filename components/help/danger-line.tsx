import { useTranslations } from 'next-intl';
import styles from './danger-line.module.css';

/** What matters most, said first, working without anything of ours. */
export function DangerLine({ boxed = false }: { boxed?: boolean }) {
  const t = useTranslations('help.danger');
  return (
    <p className={boxed ? `${styles.line} ${styles.boxed}` : styles.line}>
      <span>{t('call')}</span>{' '}
      <a className={styles.call} href="tel:112">
        {t('dial')}
      </a>
    </p>
  );
}
