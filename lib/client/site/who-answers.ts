import type { Country, Locale } from '#lib/protocol/countries.ts';
import type { Openness } from '#lib/protocol/hours/opening-hours.ts';

/** What a person may say of where they are; all of it optional. */
export type CountryChoice = Country | 'other' | 'unknown';

/** As much of an organisation as the choice needs. */
export type Candidate = {
  id: string;
  countries: readonly Country[];
  languages: readonly Locale[];
  openness: Openness;
};

export type WhoAnswers<C extends Candidate> =
  /** Open, lists the country, speaks the language. `others` do too. */
  | { kind: 'match'; organisation: C; others: C[] }
  /** Open and lists the country, but speaks other languages: the page has to say so first. */
  | { kind: 'other_language'; organisation: C; others: C[] }
  /** The country has an organisation, and it is closed. `elsewhere`: open, speaks the language. */
  | { kind: 'closed'; organisation: C; opens: number | null; elsewhere: C[] }
  /** No organisation for the country, or no country said. `opensFirst`: of all, where nobody can be offered now. */
  | { kind: 'elsewhere'; elsewhere: C[]; opensFirst: C | null }
  /** The date of this device is wrong, so nothing is known about anybody. */
  | { kind: 'wrong_date'; elsewhere: [] };

const isOpen = (candidate: Candidate) => candidate.openness.open;
const opensAt = ({ openness }: Candidate) =>
  openness.open ? Number.NEGATIVE_INFINITY : (openness.opens ?? Number.POSITIVE_INFINITY);

const bySooner = (a: Candidate, b: Candidate) => opensAt(a) - opensAt(b);

function oneOf<C extends Candidate>(all: readonly [C, ...C[]], draw: number): [C, C[]] {
  const organisation = all[Math.floor(draw * all.length)] ?? all[0];
  return [organisation, all.filter((other) => other !== organisation)];
}

/** The one that was drawn first, and the rest in their order. */
function fromDraw<C>(all: readonly C[], draw: number): C[] {
  const first = Math.floor(draw * all.length);
  return [...all.slice(first), ...all.slice(0, first)];
}

/** Among those that are closed and say when they open. */
const firstToOpen = <C extends Candidate>(all: readonly C[]): C | null =>
  all.filter((one) => Number.isFinite(opensAt(one))).sort(bySooner)[0] ?? null;

const some = <C>(list: C[]): list is [C, ...C[]] => list.length > 0;

/**
 * Chooses who answers, in the browser: the server learns only the team that is written to. Never an
 * organisation of another country by itself; those are offered and wait for a press.
 * @param draw a random number from 0 up to 1, kept by the page so that the choice stays
 */
export function whoAnswers<C extends Candidate>(
  all: readonly C[],
  country: CountryChoice | null,
  language: Locale,
  draw: number,
): WhoAnswers<C> {
  const here = all.filter((one) => one.countries.some((listed) => listed === country));
  const openHere = here.filter(isOpen);
  const speaking = openHere.filter((one) => one.languages.includes(language));
  if (some(speaking)) {
    const [organisation, others] = oneOf(speaking, draw);
    return { kind: 'match', organisation, others };
  }
  if (some(openHere)) {
    const [organisation, others] = oneOf(openHere, draw);
    return { kind: 'other_language', organisation, others };
  }
  const elsewhere = fromDraw(
    all.filter((one) => isOpen(one) && one.languages.includes(language)),
    draw,
  );
  const first = [...here].sort(bySooner)[0];
  if (!first) {
    const opensFirst = some(elsewhere) ? null : firstToOpen(all);
    return { kind: 'elsewhere', elsewhere, opensFirst };
  }
  const opens = first.openness.open ? null : first.openness.opens;
  return { kind: 'closed', organisation: first, opens, elsewhere };
}

/**
 * Who will be written to: the person's own choice, else the one that was drawn. Nobody, until the person
 * presses on one, where that would be another country, or may be one ("I don't know"), or where nobody
 * speaks the language of the page. Who answered nothing keeps the promise of two taps: the drawn one is named,
 * with its country, above "Start chat".
 * @param picked id of what the person pressed
 */
export function chosenOf<C extends Candidate>(
  answer: WhoAnswers<C> | null,
  country: CountryChoice | null,
  picked: string | null,
): C | null {
  if (!answer) return null;
  const offered = 'others' in answer ? [answer.organisation, ...answer.others] : answer.elsewhere;
  const own = offered.find((one) => one.id === picked);
  if (own) return own;
  if (answer.kind === 'match') return answer.organisation;
  return answer.kind === 'elsewhere' && country === null ? (offered[0] ?? null) : null;
}

/** Nobody of ours reads what is written now: the organisation of the country is closed, or there is none. */
export function isNobodyHere<C extends Candidate>(
  answer: WhoAnswers<C> | null,
  chosen: C | null,
): boolean {
  if (!answer || chosen) return false;
  return answer.kind === 'closed' || (answer.kind === 'elsewhere' && answer.elsewhere.length === 0);
}

/** What is true of every organisation at once, so that no choice is needed to say it; null: it depends. */
export function openToAll(all: readonly Pick<Candidate, 'openness'>[]): boolean | null {
  const [first] = all;
  if (!first) return null;
  const { open } = first.openness;
  return all.every(({ openness }) => openness.open === open) ? open : null;
}
