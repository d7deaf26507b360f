import type { ReleaseContent } from './content.ts';

const text = {
  nl: {
    head: (o: string, r: string) => `Van ${o}, voor ${r}.`,
    pattern:
      'Dit zijn aantallen over groepen van mensen, naar beneden afgerond. Een groep is nooit kleiner dan de regel k.',
    counted: (q: string) =>
      `De signalen zijn geteld met het kwartaal ${q}. Dat zegt niet wanneer iets gebeurde.`,
    case: 'Dit is één gecodeerde zaak van een volwassene, met grove codes.',
    not: 'Dit is geen aangifte en geen bewijs. Elke persoon zei zelf ja. Zoek niemand op.',
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
    not: "Ce n'est ni une plainte ni une preuve. Chaque personne a dit oui elle-même. Ne cherchez personne.",
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
    not: 'This is not a report to the police and not evidence. Each person said yes themselves. Look for nobody.',
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
        say.head(content.organisation, recipients),
        say[content.kind],
        ...(content.kind === 'pattern' ? [say.counted(content.countedWith)] : []),
        say.not,
        say.limits,
        say.open,
      ].join('\r\n');
    })
    .join('\r\n\r\n');
}
