import type { AppLocale } from '#lib/i18n/routing.ts';
import friend from './info/friend.json' with { type: 'json' };
import school from './info/school.json' with { type: 'json' };
import young from './info/young.json' with { type: 'json' };
import { type InfoFile, isShown } from './info-schema.ts';
import type { InfoTopic } from './info-topics.ts';

/** The files as the build reads them; `checkContent` has checked them. */
export const infoFiles: Record<InfoTopic, InfoFile> = { young, friend, school } as Record<
  InfoTopic,
  InfoFile
>;

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
