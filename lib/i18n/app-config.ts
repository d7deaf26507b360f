import type chat from '#messages/en/chat.json';
import type enrol from '#messages/en/enrol.json';
import type help from '#messages/en/help.json';
import type info from '#messages/en/info.json';
import type office from '#messages/en/office.json';
import type signal from '#messages/en/signal.json';
import type team from '#messages/en/team.json';
import type { AppLocale } from './routing.ts';

/**
 * Types of every message, one namespace per file of `messages/{locale}`. At run time a page is given
 * only the files of its own audience: a namespace that was not loaded fails its test, not its type.
 */
declare module 'next-intl' {
  interface AppConfig {
    Locale: AppLocale;
    Messages: {
      help: typeof help;
      chat: typeof chat;
      team: typeof team;
      info: typeof info;
      office: typeof office;
      signal: typeof signal;
      enrol: typeof enrol;
    };
  }
}
