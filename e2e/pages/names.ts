import { readFileSync } from 'node:fs';

export type Locale = 'nl' | 'fr' | 'en';
export const locales: readonly Locale[] = ['nl', 'fr', 'en'];

type Tree = { [key: string]: string | Tree };

const read = (locale: Locale, audience: string): Tree =>
  JSON.parse(
    readFileSync(new URL(`../../messages/${locale}/${audience}.json`, import.meta.url), 'utf8'),
  );

/**
 * The sentence behind a key of `messages`, for example `words('nl', 'help', 'exit.leave')`. English names
 * that others rely on stand as literals in the page objects instead: there, a changed word is a defect.
 */
export function words(locale: Locale, audience: string, key: string): string {
  const found = key
    .split('.')
    .reduce<string | Tree | undefined>(
      (tree, part) => (typeof tree === 'object' ? tree[part] : undefined),
      read(locale, audience),
    );
  if (typeof found !== 'string') throw new Error(`no words ${locale} ${audience} ${key}`);
  return found;
}

/** Accessible names of the help side. In English they are literals: `contract.md` fixes them. */
export type HelpNames = {
  country: string;
  NL: string;
  BE: string;
  LU: string;
  continue: string;
  start: string;
  log: string;
  box: string;
  send: string;
  menu: string;
  end: string;
  endNow: string;
  deleteAll: string;
  undo: string;
  sent: string;
  delivered: string;
  read: string;
  place(n: number): string;
};

const english: HelpNames = {
  country: 'Country',
  NL: 'Netherlands',
  BE: 'Belgium',
  LU: 'Luxembourg',
  continue: 'Continue to the chat',
  start: 'Start chat',
  log: 'Conversation',
  box: 'Your message',
  send: 'Send',
  menu: 'Menu',
  end: 'End chat',
  endNow: 'End now',
  deleteAll: 'Delete everything',
  undo: 'Undo',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  place: (n) => `You are number ${n}`,
};

/** The names in a language; Dutch and French are what `messages` says. */
export function helpNames(locale: Locale): HelpNames {
  if (locale === 'en') return english;
  const help = (key: string) => words(locale, 'help', key);
  const chat = (key: string) => words(locale, 'chat', key);
  return {
    country: help('country.label'),
    NL: help('country.NL'),
    BE: help('country.BE'),
    LU: help('country.LU'),
    continue: help('home.go'),
    start: help('before.start'),
    log: chat('log'),
    box: chat('box'),
    send: chat('send'),
    menu: chat('menu'),
    end: chat('end'),
    endNow: chat('endNow'),
    deleteAll: chat('deleteAll'),
    undo: chat('erase.undo'),
    sent: chat('tick.sent'),
    delivered: chat('tick.delivered'),
    read: chat('tick.read'),
    place: (n) => chat('wait.place').replace('{n}', String(n)),
  };
}

/** Accessible names of the desk. In English they are literals: `contract.md` fixes them. */
export type DeskNames = {
  name: string;
  password: string;
  signIn: string;
  waiting: string;
  chats: string;
  take: string;
  log: string;
  box: string;
  send: string;
  end: string;
  endNow: string;
};

const englishDesk: DeskNames = {
  name: 'Name',
  password: 'Password',
  signIn: 'Sign in',
  waiting: 'Waiting',
  chats: 'My chats',
  take: 'Take',
  log: 'Conversation',
  box: 'Your message',
  send: 'Send',
  end: 'End chat',
  endNow: 'End now',
};

/** The names of the desk in a language; Dutch and French are what `messages` says. */
export function deskNames(locale: Locale): DeskNames {
  if (locale === 'en') return englishDesk;
  const team = (key: string) => words(locale, 'team', key);
  return {
    name: team('signIn.name'),
    password: team('signIn.password'),
    signIn: team('signIn.submit'),
    waiting: team('desk.waiting.heading'),
    chats: team('desk.mine.heading'),
    take: team('desk.waiting.take'),
    log: team('desk.chat.log'),
    box: team('desk.chat.message'),
    send: team('desk.chat.send'),
    end: team('desk.end.button'),
    endNow: team('desk.end.confirm'),
  };
}
