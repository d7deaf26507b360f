import type { ReactNode } from 'react';
import styles from './page-frame.module.css';

/** The main column: one measure of text wide, on every screen of the house. */
export function PageFrame({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className={styles.frame}>
      {children}
    </main>
  );
}
