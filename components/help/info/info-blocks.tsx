import type { ReactNode } from 'react';
import type { InfoPage } from '#messages/content/info-page.ts';
import styles from './info.module.css';

type InfoBlocksProps = {
  blocks: InfoPage['blocks'];
  /** Other services, below the block that speaks of them; null where they stand elsewhere. */
  numbers: ReactNode;
};

/** The blocks of an information page. */
export function InfoBlocks({ blocks, numbers }: InfoBlocksProps) {
  return blocks.map(({ id, style, title, items }) => (
    <section key={id} className={styles.block}>
      <h2>{title}</h2>
      {style === 'list' ? (
        <ul className={styles.list}>
          {items.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      ) : (
        items.map((text) => <p key={text}>{text}</p>)
      )}
      {style === 'numbers' ? numbers : null}
    </section>
  ));
}
