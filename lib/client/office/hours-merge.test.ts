import { describe, expect, it } from 'vitest';
import { type DayDraft, emptyDraft, type SettingsDraft } from './hours-draft.ts';
import { mergeDraft, partsChanged, publishSame } from './hours-merge.ts';

const base: SettingsDraft = {
  ...emptyDraft('Europe/Amsterdam'),
  name: 'Huis',
  countries: ['NL', 'BE'],
  languages: ['nl'],
  daysOff: ['2026-12-25'],
};
const evening: DayDraft = { kind: 'spans', spans: [{ from: '18:00', to: '22:00' }] };
const allDay: DayDraft = { kind: 'all_day' };

describe('a draft that began before a colleague published', () => {
  it('undoes nothing of what the colleague published', () => {
    const published = {
      ...base,
      countries: ['NL', 'BE', 'LU'] as SettingsDraft['countries'],
      days: base.days.with(0, allDay),
      byHand: { state: 'closed', until: null } as const,
    };
    const merged = mergeDraft(base, { ...base, lastIntake: '30' }, published);
    expect(merged).toEqual({ draft: { ...published, lastIntake: '30' }, overtaken: [] });
  });

  it('keeps what both did to one list: added here, taken away there', () => {
    const mine = { ...base, languages: ['nl', 'en'], daysOff: [] } as SettingsDraft;
    const published = {
      ...base,
      languages: ['fr', 'nl'],
      countries: ['NL'],
      daysOff: ['2026-12-25', '2026-12-26'],
    } as SettingsDraft;
    const { draft, overtaken } = mergeDraft(base, mine, published);
    expect(draft.languages).toEqual(['fr', 'nl', 'en']);
    expect(draft.countries).toEqual(['NL']);
    expect(draft.daysOff).toEqual(['2026-12-26']);
    expect(overtaken).toEqual([]);
  });

  it('gives way where both changed the same thing, and says where', () => {
    const mine = { ...base, name: 'Ons huis', days: base.days.with(2, evening) };
    const published = { ...base, name: 'Het huis', days: base.days.with(2, allDay) };
    const merged = mergeDraft(base, { ...mine, zone: 'Europe/Paris' }, published);
    expect(merged.draft).toEqual({ ...published, zone: 'Europe/Paris' });
    expect(merged.overtaken).toEqual(['name', 'days.2']);
  });

  it('is not overtaken by the same change, nor by its own that was just published', () => {
    const mine = { ...base, name: 'Het huis ', days: base.days.with(2, evening) };
    const published = { ...base, name: 'Het huis', days: base.days.with(2, evening) };
    expect(mergeDraft(base, mine, published).overtaken).toEqual([]);
    expect(publishSame(mergeDraft(base, mine, published).draft, published)).toBe(true);
  });

  it('knows what differs, and that an order or a space is no difference', () => {
    const reordered = { ...base, name: ' Huis', countries: ['BE', 'NL'] } as SettingsDraft;
    expect(publishSame(base, reordered)).toBe(true);
    expect(publishSame(base, { ...base, lastIntake: '5' })).toBe(false);
    expect(
      partsChanged(base, { ...base, zone: 'Europe/Paris', days: base.days.with(6, allDay) }),
    ).toEqual(['zone', 'days.6']);
  });
});
