import { describe, expect, it } from 'vitest';
import { routing } from '#lib/i18n/routing.ts';
import en from '../en/chat.json' with { type: 'json' };
import fr from '../fr/chat.json' with { type: 'json' };
import nl from '../nl/chat.json' with { type: 'json' };
import { infoPage } from './info-page.ts';
import { infoFiles } from './info-pages.ts';

// A complaint begins as a chat that the whole team can read while it waits, the one complained of among them.
const chat = { nl, fr, en };
const words = {
  nl: { wholeTeam: 'het hele team', workName: 'werknaam' },
  fr: { wholeTeam: 'toute l’équipe', workName: 'nom de travail' },
  en: { wholeTeam: 'the whole team', workName: 'work name' },
};

describe.each(routing.locales)('a complaint in %s', (locale) => {
  it('is not promised to be hidden from the person it is about', () => {
    expect(chat[locale].complaint.text).not.toContain('{name}');
  });

  it('names nobody before somebody else has answered', () => {
    const [how] = infoPage(infoFiles.complaint, locale).blocks;
    const at = (part: string) => how?.items.findIndex((text) => text.includes(part)) ?? -1;
    expect(at(words[locale].wholeTeam)).toBeGreaterThanOrEqual(0);
    expect(at(words[locale].workName)).toBeGreaterThan(at(words[locale].wholeTeam));
  });
});
