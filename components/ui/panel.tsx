import type { ReactNode } from 'react';
import styles from './panel.module.css';

type PanelProps = { summary: ReactNode; children: ReactNode };

/** Text that is folded until asked for; a native element, so it opens without script. */
export function Panel({ summary, children }: PanelProps) {
  return (
    <details className={styles.panel}>
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
