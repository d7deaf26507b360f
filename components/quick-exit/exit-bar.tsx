import type { MouseEvent, ReactNode } from 'react';
import styles from './exit-bar.module.css';

type ExitBarProps = {
  href: string;
  label: string;
  /** How to leave with the keyboard; null where no keyboard was used. */
  hint: string | null;
  /** Read aloud after the second press of Shift. */
  spoken: string | null;
  onLeave: () => void;
  /** What comes next in the order of focus: the link that skips to the text. */
  children?: ReactNode;
};

/**
 * The way out: first in the page and in the order of focus, always on top. It is a plain link, so it
 * works before any script has arrived and when none ever does.
 */
export function ExitBar({ href, label, hint, spoken, onLeave, children }: ExitBarProps) {
  const leave = (event: MouseEvent) => {
    event.preventDefault();
    onLeave();
  };
  return (
    <header className={styles.bar}>
      <a href={href} className={styles.link} onClick={leave} rel="nofollow">
        {label}
        <span className={styles.arrow} aria-hidden="true" />
      </a>
      {hint ? <span className={styles.hint}>{hint}</span> : null}
      <span className={styles.spoken} aria-live="assertive">
        {spoken}
      </span>
      {children}
    </header>
  );
}
