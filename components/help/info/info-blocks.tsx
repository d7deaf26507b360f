import type { ReactNode } from 'react';
import type { InfoPage } from '#messages/content/info-page.ts';
import styles from './info.module.css';
import { InfoFields } from './info-fields.tsx';

type InfoBlocksProps = {
  blocks: InfoPage['blocks'];
  /** Other services, below the block that speaks of them; null where they stand elsewhere. */
  numbers: ReactNode;
  /** They stand under a heading of their own. */
  nested?: boolean;
};

/** The blocks of an information page. */
export function InfoBlocks({ blocks, numbers, nested = false }: InfoBlocksProps) {
  return blocks.map(({ id, style, title, items, fields }) => (
    <section
      key={id}
      className={style === 'example' ? `${styles.block} ${styles.example}` : styles.block}
    >
      {nested || style === 'example' ? <h3>{title}</h3> : <h2>{title}</h2>}
      {style === 'list' ? (
        <ul className={styles.list}>
          {items.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : (
        items.map((text) => <p key={text}>{text}</p>)
      )}
      {fields.length > 0 ? <InfoFields fields={fields} /> : null}
      {style === 'numbers' ? numbers : null}
    </section>
  ));
}
