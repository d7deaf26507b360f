import type { ReactNode } from 'react';
import styles from './staff-bar.module.css';

type StaffBarProps = {
  title: string;
  /** Who sits here, and for which organisation. */
  who: string;
  className?: string | undefined;
  /** What can be done from every screen. */
  children: ReactNode;
};

/** The top of desk and office. */
export function StaffBar({ title, who, className, children }: StaffBarProps) {
  return (
    <header className={className ? `${styles.bar} ${className}` : styles.bar}>
      <div className={styles.who}>
        <h1>{title}</h1>
        <p>{who}</p>
      </div>
      <div className={styles.tools}>{children}</div>
    </header>
  );
}
