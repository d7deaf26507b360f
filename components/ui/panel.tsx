import type { ReactNode, RefObject } from 'react';
import styles from './panel.module.css';

type PanelProps = {
  summary: ReactNode;
  /** Without lines around it, for a panel inside a box. */
  bare?: boolean;
  /** Unfolded from the start. */
  open?: boolean;
  /** Unfolded now. */
  onOpen?: () => void;
  /** To fold or unfold it from outside. */
  panelRef?: RefObject<HTMLDetailsElement | null>;
  id?: string;
  children: ReactNode;
};

/** Text that is folded until asked for; a native element, so it opens without script. */
export function Panel(props: PanelProps) {
  const { summary, bare = false, open = false, onOpen, panelRef, id, children } = props;
  return (
    <details
      ref={panelRef}
      id={id}
      open={open}
      className={bare ? `${styles.panel} ${styles.bare}` : styles.panel}
      onToggle={(event) => {
        if (event.currentTarget.open) onOpen?.();
      }}
    >
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
