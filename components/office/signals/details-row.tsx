import type { ReactNode } from 'react';
import styles from './signals.module.css';

/** Columns of the table of signals: what is folded below a row has the width of all of them. */
const COLUMNS = 5;

type DetailsRowProps = {
  /** Id of the heading of the row that it belongs to. */
  of: string;
  children: ReactNode;
};

/** What belongs to the row above and needs its whole width. */
export function DetailsRow({ of, children }: DetailsRowProps) {
  return (
    <tr className={styles.more}>
      <td colSpan={COLUMNS} headers={of}>
        {children}
      </td>
    </tr>
  );
}
