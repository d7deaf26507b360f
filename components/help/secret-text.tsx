import { useTranslations } from 'next-intl';
import type { Listed } from '#lib/client/site/use-who-answers.ts';
import type { CountryChoice } from '#lib/client/site/who-answers.ts';
import type { Country } from '#lib/protocol/countries.ts';
import styles from './before-screen.module.css';
import { useHelpLanguage } from './help-language.tsx';

/** Whose law counts: the chosen country if the organisation works there, else the organisation's own. */
function countryOf(organisation: Listed | null, country: CountryChoice | null): Country | null {
  const here = organisation?.countries.find((one) => one === country);
  if (here) return here;
  if (organisation) return organisation.countries[0] ?? null;
  return country === 'BE' || country === 'NL' || country === 'LU' ? country : null;
}

type SecretTextProps = { organisation: Listed | null; country: CountryChoice | null };

/** What stays secret, with its exceptions: one text per country, which counsel confirms. */
export function SecretText({ organisation, country }: SecretTextProps) {
  const t = useTranslations('help.before');
  const { content } = useHelpLanguage();
  const law = countryOf(organisation, country);
  const secrecy = law ? content.secrecy[law] : null;
  return (
    <section className={styles.block}>
      <h2>{t('secretHeading')}</h2>
      <ul className={styles.list}>
        <li>{t('secretWho')}</li>
        {organisation ? <li>{t('secretLocked', { org: organisation.name })}</li> : null}
        {secrecy ? (
          <li>
            {secrecy.exceptions} {secrecy.firstToYou}
          </li>
        ) : null}
        <li>{t('translate')}</li>
      </ul>
    </section>
  );
}
