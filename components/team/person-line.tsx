import { useTranslations } from 'next-intl';
import type { ChatCard } from '#lib/client/desk/desk-view.ts';

type Person = NonNullable<ChatCard['person']>;

/** Names of what a person said before the first word, in the member's language. */
export function usePersonWords() {
  const t = useTranslations('team');
  return {
    language(code: string | null | undefined): string {
      if (code === 'nl' || code === 'fr' || code === 'en') return t(`languages.${code}`);
      return t('languages.unknown');
    },
    country(code: string | null | undefined): string {
      if (code === 'BE' || code === 'NL' || code === 'LU' || code === 'ZZ') {
        return t(`countries.${code}`);
      }
      return t('countries.unknown');
    },
    age: (age: Person['age']): string => t(`ages.${age}`),
  };
}
