import type { AppLocale } from '#lib/i18n/routing.ts';
import type { InfoFile } from './info-schema.ts';

type Item = InfoFile['blocks'][number]['items'][number];

/** Shown: our own words, what was read in a source, and what somebody has confirmed. */
export const isShown = ({ mark, confirmed_by }: Item): boolean =>
  mark === 'own' || mark === 'V' || mark === 'R' || confirmed_by !== null;

/** A page in one language, without what nobody has confirmed. */
export type InfoPage = {
  title: string;
  intro: string;
  blocks: {
    id: string;
    style: InfoFile['blocks'][number]['style'];
    title: string;
    items: string[];
  }[];
};

/** The page of a file in one language. */
export function infoPage({ title, intro, blocks }: InfoFile, locale: AppLocale): InfoPage {
  return {
    title: title[locale],
    intro: intro[locale],
    blocks: blocks
      .map(({ id, style, title: heading, items }) => ({
        id,
        style,
        title: heading[locale],
        items: items.filter(isShown).map(({ text }) => text[locale]),
      }))
      .filter(({ items }) => items.length > 0),
  };
}
