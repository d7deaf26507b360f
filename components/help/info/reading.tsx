import type { AppLocale } from '#lib/i18n/routing.ts';
import young from '#messages/content/info/young.json' with { type: 'json' };
import { infoPage } from '#messages/content/info-page.ts';
import type { InfoFile } from '#messages/content/info-schema.ts';
import styles from './info.module.css';
import { InfoBlocks } from './info-blocks.tsx';

/** The page for young people inside the chat: nothing navigates, so the place in the queue stays. */
export function Reading({ locale }: { locale: AppLocale }) {
  const { blocks } = infoPage(young as InfoFile, locale);
  // The numbers stand in the chat itself, open where they are needed.
  const toRead = blocks.filter(({ style }) => style !== 'numbers');
  return (
    <div className={styles.page}>
      <InfoBlocks blocks={toRead} numbers={null} />
    </div>
  );
}
