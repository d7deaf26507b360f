import type { ReactNode } from 'react';
import styles from './data-table.module.css';

type DataTableProps<Column extends string> = {
  /** Its name, where the heading above does not say it all. */
  label?: string;
  columns: readonly Column[];
  heading: (column: Column) => string;
  /** Rows: a `th` of scope row first, then cells, each with its heading as `data-label`. */
  children: ReactNode;
};

/** A table of the staff. On a phone each row becomes a card. */
export function DataTable<Column extends string>(props: DataTableProps<Column>) {
  const { label, columns, heading, children } = props;
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {heading(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
