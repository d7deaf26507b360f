import { loadSignalWords } from '#lib/i18n/load-signal-words.ts';
import { type Late, late } from './use-late.ts';

/** What is said of signals, by language: most chats need none of it. */
export const signalWords = {
  nl: late(() => loadSignalWords('nl')),
  fr: late(() => loadSignalWords('fr')),
  en: late(() => loadSignalWords('en')),
} satisfies Record<string, Late<unknown>>;
