import type { ReactNode } from 'react';
import type { InfoPage } from '#messages/content/info-page.ts';
import styles from './info.module.css';

type InfoBlocksProps = {
  blocks: InfoPage['blocks'];
  /** Level of the headings. */
  level: 2 | 3;
  /** Other services, below the block that speaks of them; null where they stand elsewhere. */
  numbers: ReactNode;
};

/** The blocks of an information page. */
export function InfoBlocks({ blocks, level, numbers }: InfoBlocksProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return blocks.map(({ id, style, title, items }) => (
    <section key={id} className={styles.block}>
      <Heading>{title}</Heading>
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
