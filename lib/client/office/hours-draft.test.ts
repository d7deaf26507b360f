import { describe, expect, it } from 'vitest';
import { type SiteSettings, siteSettings } from '#lib/protocol/site-settings.ts';
import { draftOf, emptyDraft, isOver, isZone, problemsOf, settingsOf } from './hours-draft.ts';

const settings: SiteSettings = {
  name: 'Huis',
  countries: ['BE'],
  languages: ['nl', 'fr'],
  hours: {
    zone: 'Europe/Brussels',
    week: [
      [{ from: '00:00', to: '24:00' }],
      [{ from: '20:00', to: '02:00' }],
      [
        { from: '09:00', to: '12:00' },
        { from: '13:00', to: '17:00' },
      ],
      [],
      [],
      [],
      [],
    ],
    daysOff: ['2026-12-25'],
    byHand: { state: 'closed', until: null },
  },
};

describe('hours in the form', () => {
  it('come out as they went in, and pass the public schema', () => {
    expect(settingsOf(draftOf(settings))).toEqual(settings);
    expect(siteSettings.safeParse(settingsOf(draftOf(settings))).success).toBe(true);
  });

  it('keep the last new chat, and write nothing of it where there is none', () => {
    const hours = { ...settings.hours, lastIntake: 45 };
    expect(settingsOf(draftOf({ ...settings, hours }))).toEqual({ ...settings, hours });
    const none = settingsOf({ ...draftOf(settings), lastIntake: '' });
    expect('lastIntake' in none.hours).toBe(false);
    for (const lastIntake of ['241', '-1', '1.5', 'soon'])
      expect(problemsOf({ ...draftOf(settings), lastIntake })).toEqual(['lastIntake']);
  });

  it('show a span until midnight as 00:00, which a time field can hold and which means the same', () => {
    const week = settings.hours.week.with(0, [{ from: '18:00', to: '24:00' }]);
    const draft = draftOf({ ...settings, hours: { ...settings.hours, week } });
    expect(draft.days[0]).toEqual({ kind: 'spans', spans: [{ from: '18:00', to: '00:00' }] });
  });

  it('cannot be published without a name, a zone, a country, a language, or with half a span', () => {
    expect(problemsOf(draftOf(settings))).toEqual([]);
    const days = [{ kind: 'spans', spans: [{ from: '09:00', to: '' }] }] as const;
    const bad = { ...emptyDraft('Europe/Paris'), zone: 'Nowhere/Land', days };
    expect(problemsOf(bad)).toEqual(['name', 'zone', 'countries', 'languages', 'span']);
  });

  it('take no day off that is over where the organisation is', () => {
    const now = Date.UTC(2026, 11, 24, 23, 30);
    expect(isOver('2026-12-24', 'Europe/Brussels', now)).toBe(true);
    expect(isOver('2026-12-25', 'Europe/Brussels', now)).toBe(false);
    expect(isOver('2026-12-24', 'Atlantic/Azores', now)).toBe(false);
    expect(isOver('2026-12-24', 'half a zone', now)).toBe(true);
  });

  it('begin closed all week in the zone of the browser, or in Brussels when it names none', () => {
    expect(emptyDraft('Europe/Luxembourg').zone).toBe('Europe/Luxembourg');
    expect(emptyDraft('UTC').zone).toBe('Europe/Brussels');
    expect(isZone('Europe/Amsterdam')).toBe(true);
    expect(isZone('UTC')).toBe(false);
  });
});
