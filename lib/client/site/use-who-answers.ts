import { useMemo, useState } from 'react';
import type { AppLocale } from '#lib/i18n/routing.ts';
import { type Openness, openness } from '#lib/protocol/hours/opening-hours.ts';
import type { Organisation } from './organisation.ts';
import { useMinute } from './use-minute.ts';
import type { SiteState } from './use-site.ts';
import { type CountryChoice, openToAll, type WhoAnswers, whoAnswers } from './who-answers.ts';

/**
 * An organisation and whether it is open now; without a team key it is closed whatever the hour. `offDuty`:
 * open by its hours, and nobody is there.
 */
export type Listed = Organisation & { openness: Openness & { offDuty?: true } };

function opennessNow({ hours, team, onDuty }: Organisation, now: number): Listed['openness'] {
  const byHours = openness(hours, now);
  if (!byHours.open) return byHours;
  if (!team) return { open: false, opens: null };
  return onDuty ? byHours : { open: false, opens: null, offDuty: true };
}

const list = (organisation: Organisation, now: number): Listed => ({
  ...organisation,
  openness: opennessNow(organisation, now),
});

function randomFraction(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}

/**
 * Who answers this person now, see `whoAnswers`; null until the organisations are known. `toAll`: what
 * holds whatever is chosen, see `openToAll`.
 */
export function useWhoAnswers(
  site: SiteState,
  country: CountryChoice | null,
  language: AppLocale,
): { answer: WhoAnswers<Listed> | null; toAll: boolean | null } {
  // Drawn once, so that the same organisation stays on the screen; only the browser ever uses it.
  const [draw] = useState(() => (typeof window === 'undefined' ? 0 : randomFraction()));
  // "Open now, until 22:00" must not stand there at a minute past.
  const minute = useMinute();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another minute is a reason of its own
  return useMemo(() => {
    if (site.kind !== 'ready') return { answer: null, toAll: null };
    if (site.wrongDate) return { answer: { kind: 'wrong_date', elsewhere: [] }, toAll: null };
    const now = Date.now();
    const all = site.organisations.map((organisation) => list(organisation, now));
    return { answer: whoAnswers(all, country, language, draw), toAll: openToAll(all) };
  }, [site, country, language, draw, minute]);
}
