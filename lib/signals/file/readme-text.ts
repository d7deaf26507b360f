import type { ReleaseContent } from './content.ts';

const text = {
  nl: {
    head: (o: string, r: string) => `Van ${o}, voor ${r}.`,
    pattern:
      'Dit zijn aantallen over groepen van mensen, naar beneden afgerond. Een groep is nooit kleiner dan de regel k.',
    counted: (q: string) =>
      `De signalen zijn geteld met het kwartaal ${q}. Dat zegt niet wanneer iets gebeurde.`,
    case: 'Dit is één gecodeerde zaak van een volwassene, met grove codes.',
    synthetic:
      'SYNTHETISCH, een proefbestand: wat hierin staat, of een deel ervan, is verzonnen om de software te proberen. Gebruik het nergens voor.',
    not: 'Dit is geen aangifte en geen bewijs.',
    yes: 'Elke persoon zei zelf ja.',
    search: 'Zoek niemand op.',
    limits:
      'Niet beschermd: wie bijna alle andere signalen van een groep kent, kan iets afleiden. Afronden is geen ruis.',
    open: 'Elk bestand staat met zijn SHA-256 in manifest.json, dat de organisatie ondertekende.',
  },
  fr: {
    head: (o: string, r: string) => `De ${o}, pour ${r}.`,
    pattern:
      "Ce sont des nombres sur des groupes de personnes, arrondis vers le bas. Un groupe n'est jamais plus petit que la règle k.",
    counted: (q: string) =>
      `Les signaux ont été comptés avec le trimestre ${q}. Cela ne dit pas quand cela s'est passé.`,
    case: "C'est un seul cas codé d'une personne adulte, avec des codes larges.",
    synthetic:
      "SYNTHÉTIQUE, un fichier d'essai : ce qu'il contient, ou une partie, est inventé pour essayer le logiciel. Ne l'utilisez pour rien.",
    not: "Ce n'est ni une plainte ni une preuve.",
    yes: 'Chaque personne a dit oui elle-même.',
    search: 'Ne cherchez personne.',
    limits:
      "Pas protégé : qui connaît presque tous les autres signaux d'un groupe peut déduire quelque chose. Arrondir n'est pas brouiller.",
    open: "Chaque fichier figure avec son SHA-256 dans manifest.json, signé par l'organisation.",
  },
  en: {
    head: (o: string, r: string) => `From ${o}, for ${r}.`,
    pattern:
      'These are counts over groups of people, rounded down. No group is smaller than the rule k.',
    counted: (q: string) =>
      `The signals were counted with the quarter ${q}. That does not say when anything happened.`,
    case: 'This is one coded case of an adult, in coarse codes.',
    synthetic:
      'SYNTHETIC, a trial file: what it holds, or a part of it, was made up to try the software. Use it for nothing.',
    not: 'This is not a report to the police and not evidence.',
    yes: 'Each person said yes themselves.',
    search: 'Look for nobody.',
    limits:
      'Not protected: whoever knows nearly all other signals of a group can infer something. Rounding is not noise.',
    open: 'Each file stands with its SHA-256 in manifest.json, which the organisation signed.',
  },
} as const;

/** `README.txt`, in three languages: what this is, what it is not, and what is not protected. */
export function readmeText(content: ReleaseContent): string {
  const recipients = content.recipients.join(', ');
  return (['nl', 'fr', 'en'] as const)
    .map((locale) => {
      const say = text[locale];
      return [
        ...(content.synthetic ? [say.synthetic] : []),
        say.head(content.organisation, recipients),
        say[content.kind],
        ...(content.kind === 'pattern' ? [say.counted(content.countedWith)] : []),
        [say.not, ...(content.synthetic ? [] : [say.yes]), say.search].join(' '),
        say.limits,
        say.open,
      ].join('\r\n');
    })
    .join('\r\n\r\n');
}
