import type { AppLocale } from '#lib/i18n/routing.ts';
import type { Country } from '#lib/protocol/countries.ts';
import type { NumbersFile } from './numbers-schema.ts';
import { type Role, roles } from './roles.ts';
import { type ShownNumber, shownNumbers } from './shown-numbers.ts';

/** Services of one country, by what somebody turns to them for. */
export type ContactPoints = {
  country: Country;
  groups: { role: Role; entries: ShownNumber[] }[];
};

/** Who can help, per country and role; a role without anybody we may name is left out. */
export function contactPoints(file: NumbersFile, locale: AppLocale): ContactPoints[] {
  const rolesOf = new Map(file.entries.map((entry) => [entry.id, entry.roles]));
  const shown = shownNumbers(file, locale);
  return (['BE', 'NL', 'LU'] as const).map((country) => ({
    country,
    groups: roles
      .map((role) => ({
        role,
        entries: shown.filter(
          (one) => one.country === country && rolesOf.get(one.id)?.includes(role),
        ),
      }))
      .filter(({ entries }) => entries.length > 0),
  }));
}
