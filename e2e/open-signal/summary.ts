import type { Field } from '#lib/signals/fields.ts';
import enStaff from '#messages/en/office.json' with { type: 'json' };
import en from '#messages/en/signal.json' with { type: 'json' };
import frStaff from '#messages/fr/office.json' with { type: 'json' };
import fr from '#messages/fr/signal.json' with { type: 'json' };
import nlStaff from '#messages/nl/office.json' with { type: 'json' };
import nl from '#messages/nl/signal.json' with { type: 'json' };
import type { Signed } from './check-manifest.ts';
import type { SignalFile } from './signal-file.ts';

const words = { nl, fr, en };
const staff = { nl: nlStaff, fr: frStaff, en: enStaff };
export type Lang = keyof typeof words;
export const isLang = (text: string): text is Lang => Object.hasOwn(words, text);

const frame = {
  nl: {
    synthetic:
      'SYNTHETISCH, een proefbestand: wat hierin staat, of een deel ervan, is verzonnen om de software te proberen.',
    of: 'Van',
    for: 'Voor',
    root: 'Vingerafdruk van de organisatie',
    people: 'mensen of meer',
    any: 'alles',
    kind: { case: 'Eén zaak', pattern: 'Een patroon: aantallen over vele signalen' },
    counted: (quarter: string) =>
      `De signalen zijn geteld met het kwartaal ${quarter}. Dat zegt niet wanneer iets gebeurde.`,
    day: 'Vrijgegeven op',
    compare: 'Vergelijk deze vingerafdruk met de vingerafdruk die de organisatie bekendmaakt.',
    same: 'De vingerafdruk is die van --root.',
    checked: 'Alles klopt: handtekening, hashes en schema; elk bestand zegt hetzelfde.',
  },
  fr: {
    synthetic:
      "SYNTHÉTIQUE, un fichier d'essai : ce qu'il contient, ou une partie, est inventé pour essayer le logiciel.",
    of: 'De',
    for: 'Pour',
    root: "Empreinte de l'organisation",
    people: 'personnes ou plus',
    any: 'tout',
    kind: {
      case: 'Un cas individuel',
      pattern: 'Une tendance : des nombres sur de nombreux signaux',
    },
    counted: (quarter: string) =>
      `Les signaux ont été comptés avec le trimestre ${quarter}. Cela ne dit pas quand cela s'est passé.`,
    day: 'Transmis le',
    compare: "Comparez cette empreinte avec celle que l'organisation publie.",
    same: "L'empreinte est celle de --root.",
    checked:
      'Tout est en ordre : signature, empreintes et schéma ; chaque fichier dit la même chose.',
  },
  en: {
    synthetic:
      'SYNTHETIC, a trial file: what it holds, or a part of it, was made up to try the software.',
    of: 'From',
    for: 'For',
    root: 'Fingerprint of the organisation',
    people: 'people or more',
    any: 'any',
    kind: { case: 'One case', pattern: 'A pattern: counts over many signals' },
    counted: (quarter: string) =>
      `The signals were counted with the quarter ${quarter}. That does not say when anything happened.`,
    day: 'Released on',
    compare: 'Compare this number with the one that the organisation publishes.',
    same: 'The number is the one of --root.',
    checked: 'All is well: signature, hashes and schema; every file says the same.',
  },
};

/** As the staff says it: on the card some of the same words speak to the person. */
function codeText(lang: Lang, field: Field, code: string): string {
  const group =
    field === 'recruitment_platform' || field === 'exploitation_platform' ? 'platform' : field;
  const said = ({ codes }: { codes: Record<string, Record<string, string>> }) =>
    codes[group]?.[code];
  return said(staff[lang].signals.staff) ?? said(words[lang]) ?? code;
}

const nameOf = (lang: Lang, field: Field): string => {
  const own: Partial<Record<Field, { name: string }>> = staff[lang].signals.staff.fields;
  return (own[field] ?? words[lang].fields[field]).name;
};

/**
 * What a file says, in plain words, a line each.
 * @param isCompared the number was held against one that came by another way
 */
export function summary(
  signal: SignalFile,
  signed: Signed,
  { root, isCompared }: { root: string; isCompared: boolean },
  lang: Lang,
): string[] {
  const say = frame[lang];
  const lines = [
    ...(signed.synthetic ? [say.synthetic] : []),
    say.kind[signed.kind],
    `${say.of}: ${signed.organisation}`,
    `${say.for}: ${signed.recipients.join(', ')}`,
    ...(signed.counted_with ? [say.counted(signed.counted_with)] : []),
    `${say.day}: ${signed.day}`,
    `${say.root}: ${root}`,
  ];
  for (const [field, value] of Object.entries(signal.signal ?? {}) as [Field, string | string[]][])
    lines.push(
      `- ${nameOf(lang, field)}: ${[value]
        .flat()
        .map((code) => codeText(lang, field, code))
        .join(', ')}`,
    );
  for (const { country, exploitation, majority, count, facets } of signal.clusters ?? []) {
    const group = [
      codeText(lang, 'country', country),
      exploitation === 'any' ? say.any : codeText(lang, 'exploitation', exploitation),
      majority === 'any' ? say.any : codeText(lang, 'age_band', majority),
    ];
    lines.push(`- ${group.join('; ')}: ${count} ${say.people}`);
    for (const [field, counts] of Object.entries(facets) as [Field, Record<string, number>][])
      for (const [code, of] of Object.entries(counts))
        lines.push(`    ${nameOf(lang, field)}, ${codeText(lang, field, code)}: ${of}`);
  }
  return [...lines, say.checked, isCompared ? say.same : say.compare];
}
