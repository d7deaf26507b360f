import type { InfoFile } from './info-schema.ts';

/** Every sentence of a page in all languages, shown or not. */
export const infoSentences = ({ title, intro, blocks }: InfoFile) => [
  title,
  intro,
  ...blocks.flatMap((block) => [
    block.title,
    ...block.items.map(({ text }) => text),
    ...(block.fields ?? []).flatMap(({ label, value }) =>
      value === null ? [label] : [label, value],
    ),
  ]),
];
