import type { AppLocale } from './routing.ts';

const help = {
  nl: () => import('#messages/nl/help.json'),
  fr: () => import('#messages/fr/help.json'),
  en: () => import('#messages/en/help.json'),
};

const chat = {
  nl: () => import('#messages/nl/chat.json'),
  fr: () => import('#messages/fr/chat.json'),
  en: () => import('#messages/en/chat.json'),
};

/** Words of the first two screens, the exit, and the pages for errors. */
export async function loadHelpWords(locale: AppLocale) {
  return (await help[locale]()).default;
}

/** Words of waiting and talking; a chunk of their own, so that the first screen stays small. */
export async function loadChatWords(locale: AppLocale) {
  return (await chat[locale]()).default;
}
