import type { AppLocale } from '#lib/i18n/routing.ts';
import type { InfoFile } from './info-schema.ts';
import { isConfirmed, isSigned } from './marks.ts';

type Block = InfoFile['blocks'][number];

/** Shown: our own words, what was read in a source, and what somebody has confirmed. */
export const isShown = ({ mark, confirmed_by }: Block['items'][number]): boolean =>
  isConfirmed(mark, confirmed_by);

type Field = NonNullable<Block['fields']>[number];

/** Filled in, and somebody put their name to it. */
export const isFilled = ({ value, confirmed_by }: Field): boolean =>
  value !== null && isSigned(confirmed_by);

/** A page in one language, without what nobody has confirmed. */
export type InfoPage = {
  title: string;
  intro: string;
  blocks: {
    id: string;
    style: Block['style'];
    title: string;
    items: string[];
    /** What an organisation says of itself; null where nobody has filled it in. */
    fields: { label: string; value: string | null }[];
  }[];
};

/** The page of a file in one language. */
export function infoPage({ title, intro, blocks }: InfoFile, locale: AppLocale): InfoPage {
  return {
    title: title[locale],
    intro: intro[locale],
    blocks: blocks
      .map(({ id, style, title: heading, items, fields = [] }) => ({
        id,
        style,
        title: heading[locale],
        items: items.filter(isShown).map(({ text }) => text[locale]),
        fields: fields.map((field) => ({
          label: field.label[locale],
          value: isFilled(field) ? (field.value?.[locale] ?? null) : null,
        })),
      }))
      .filter(({ items, fields }) => items.length + fields.length > 0),
  };
}
