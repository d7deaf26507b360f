import type { AppLocale } from './routing.ts';

const team = {
  nl: () => import('#messages/nl/team.json'),
  fr: () => import('#messages/fr/team.json'),
  en: () => import('#messages/en/team.json'),
};

/** Words of sign-in and desk. */
export async function loadTeamWords(locale: AppLocale) {
  return (await team[locale]()).default;
}
