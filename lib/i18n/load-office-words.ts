import type { AppLocale } from './routing.ts';

const office = {
  nl: () => import('#messages/nl/office.json'),
  fr: () => import('#messages/fr/office.json'),
  en: () => import('#messages/en/office.json'),
};

const enrol = {
  nl: () => import('#messages/nl/enrol.json'),
  fr: () => import('#messages/fr/enrol.json'),
  en: () => import('#messages/en/enrol.json'),
};

/** Words of the supervisor's office. */
export async function loadOfficeWords(locale: AppLocale) {
  return (await office[locale]()).default;
}

/** Words of set-up and joining; set-up also shows the office's form of hours. */
export async function loadEnrolWords(locale: AppLocale) {
  const [enrolWords, officeWords] = await Promise.all([enrol[locale](), office[locale]()]);
  return { enrol: enrolWords.default, office: officeWords.default };
}
