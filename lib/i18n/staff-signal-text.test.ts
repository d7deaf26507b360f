import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { allCodes, FIELD_NAMES } from '#lib/signals/fields.ts';
import enOffice from '#messages/en/office.json' with { type: 'json' };
import en from '#messages/en/signal.json' with { type: 'json' };
import frOffice from '#messages/fr/office.json' with { type: 'json' };
import fr from '#messages/fr/signal.json' with { type: 'json' };
import nlOffice from '#messages/nl/office.json' with { type: 'json' };
import nl from '#messages/nl/signal.json' with { type: 'json' };
import { type SaySignal, signalText } from './signal-text.ts';
import { type StaffWords, staffSignalText } from './staff-signal-text.ts';

const languages = {
  nl: { messages: { signal: nl, office: nlOffice }, you: /\b(je|jij|jou|jouw)\b/i },
  fr: {
    messages: { signal: fr, office: frOffice },
    you: /(?<!\p{L})(tu|te|toi|ton|ta|tes|t['’].*)(?!\p{L})/iu,
  },
  en: { messages: { signal: en, office: enOffice }, you: /\b(you|your)\b/i },
};

describe.each(['nl', 'fr', 'en'] as const)(
  'what staff and police read of a signal (%s)',
  (locale) => {
    const { messages, you } = languages[locale];
    const say = createTranslator({ locale, messages, namespace: 'signal' }) as unknown as SaySignal;
    const own = createTranslator({ locale, messages, namespace: 'office.signals.staff' });
    const staff = staffSignalText(own as unknown as StaffWords, say);
    const card = signalText(say);
    const codes = FIELD_NAMES.filter((field) => field !== 'period').flatMap((field) =>
      allCodes(field).map((code) => ({ field, code })),
    );

    it('speaks to nobody, where the card does', () => {
      const speaking = (text: typeof card) =>
        codes.filter(({ field, code }) => you.test(text.code(field, code)));
      expect(speaking(card).length).toBeGreaterThan(5);
      expect(speaking(staff)).toEqual([]);
      const named = (text: typeof card) =>
        FIELD_NAMES.filter((field) => you.test(text.name(field)));
      expect(named(staff)).toEqual([]);
    });

    it('keeps apart what the card keeps apart', () => {
      const kinds = (text: typeof card, field: (typeof FIELD_NAMES)[number]) =>
        new Set(
          codes.filter((one) => one.field === field).map(({ code }) => text.code(field, code)),
        );
      for (const field of FIELD_NAMES)
        expect(kinds(staff, field).size, field).toBe(kinds(card, field).size);
    });

    it('has no words for codes that the card has not', () => {
      for (const [group, texts] of Object.entries(messages.office.signals.staff.codes))
        for (const code of Object.keys(texts))
          expect(messages.signal.codes).toHaveProperty(`${group}.${code}`);
    });
  },
);
