import styles from './flag.module.css';

/** A word that must not be overlooked; never by colour alone. */
export function Flag({ children }: { children: string }) {
  return <span className={styles.flag}>{children}</span>;
}
