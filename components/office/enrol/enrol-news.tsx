import { useTranslations } from 'next-intl';
import styles from './enrol.module.css';

type EnrolNewsProps = { busy: boolean; working: string; refused: string | null };

const known = ['unavailable', 'wrong_credentials', 'argon2'] as const;

/** The second or two that keys take, and a refusal that no step can mend. */
export function EnrolNews({ busy, working, refused }: EnrolNewsProps) {
  const t = useTranslations('enrol.refused');
  return (
    <>
      <p role="status" className={styles.news}>
        {busy ? working : null}
      </p>
      <p role="alert" className={styles.trouble}>
        {refused === null ? null : t(known.find((one) => one === refused) ?? 'general')}
      </p>
    </>
  );
}
