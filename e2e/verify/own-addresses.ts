import { documentHeaders, plainPolicy } from '#lib/server/security-headers.ts';
import { exitFault } from './exit-address.ts';
import { headerFaults, type Wanted } from './headers.ts';

/** What browsers say of their language, and the language they then get; `/` is what a poster's code opens. */
const wishes: [said: string | null, locale: Locale][] = [
  ['nl-BE,nl;q=0.9', 'nl'],
  ['fr-LU,fr;q=0.9,en;q=0.5', 'fr'],
  ['en', 'en'],
  ['de', 'en'],
  [null, 'en'],
];
const locales = ['nl', 'fr', 'en'] as const;
export type Locale = (typeof locales)[number];

const plain: Wanted = Object.fromEntries(
  Object.entries(documentHeaders(plainPolicy)).map(([name, value]) => [name, String(value)]),
);

export type OwnAddresses = {
  /** Sentences that begin with the address; none: all is as it should be. */
  differences: string[];
  /** Where each exit leads, for whoever checks to look at: it is set by whoever runs the site. */
  exits: { locale: Locale; leadsTo: string }[];
};

/**
 * Asks the way in and the ways out, which are no files: `/`, `/exit` and `/exit/{locale}`.
 * @param origin without a slash at the end
 * @param wanted exit addresses that the site is known to be set to; for the others any neutral one will do
 */
export async function compareOwnAddresses(
  origin: string,
  wanted: Partial<Record<Locale, string>>,
): Promise<OwnAddresses> {
  const differences: string[] = [];
  const note = (path: string, said: string | null, faults: string[]) => {
    const place = said === null ? path : `${path} (Accept-Language: ${said})`;
    for (const fault of faults) differences.push(`${place} ${fault}`);
  };
  const exits: OwnAddresses['exits'] = [];
  const exitOf = new Map<Locale, string>();
  for (const locale of locales) {
    const path = `/exit/${locale}`;
    const answer = await ask(origin, path, null);
    const leadsTo = answer.location ?? '(nowhere)';
    exits.push({ locale, leadsTo });
    exitOf.set(locale, leadsTo);
    note(path, null, [...leavingFaults(answer), ...exitFault(origin, leadsTo, wanted[locale])]);
  }
  for (const [said, locale] of wishes) {
    const exit = await ask(origin, '/exit', said);
    note('/exit', said, [...leavingFaults(exit), ...elsewhere(exit, exitOf.get(locale) ?? '')]);
    const entry = await ask(origin, '/', said);
    note('/', said, [
      ...answerFaults(entry, 307, plain),
      ...elsewhere(entry, `${origin}/${locale}`),
    ]);
  }
  return { differences, exits };
}

type Answer = { status: number; headers: Headers; location: string | null; bytes: number };

async function ask(origin: string, path: string, language: string | null): Promise<Answer> {
  // Without a wish `fetch` says `*`, which asks for nothing either.
  const headers: Record<string, string> = language === null ? {} : { 'accept-language': language };
  const response = await fetch(origin + path, { redirect: 'manual', headers });
  const { byteLength } = await response.arrayBuffer();
  const location = response.headers.get('location');
  const whole =
    location !== null && URL.canParse(location, origin) ? new URL(location, origin).href : location;
  return { status: response.status, headers: response.headers, location: whole, bytes: byteLength };
}

const leavingFaults = (answer: Answer): string[] =>
  answerFaults(answer, 303, { ...plain, 'clear-site-data': '"*"' });

function answerFaults({ status, headers, bytes }: Answer, wanted: number, more: Wanted): string[] {
  const vary =
    headers
      .get('vary')
      ?.toLowerCase()
      .split(/\s*,\s*/) ?? [];
  return [
    ...(status === wanted ? [] : [`answers with status ${status}, not ${wanted}`]),
    ...(vary.includes('accept-language') ? [] : ['sends no header vary: Accept-Language']),
    ...(bytes === 0 ? [] : [`sends ${bytes} bytes where ours sends none`]),
    ...headerFaults(headers, more, ['location']),
  ];
}

const elsewhere = ({ location }: Answer, wanted: string): string[] =>
  location === wanted ? [] : [`leads to ${location ?? '(nowhere)'}, not ${wanted}`];
