import { useTranslations } from 'next-intl';
import type { Listed } from '#lib/client/site/use-who-answers.ts';
import { ClosedText } from './closed-text.tsx';

/** Who opens first and where, for somebody of no country of ours, or who did not say one. */
export function OpensFirst({ organisation }: { organisation: Listed }) {
  const t = useTranslations('help');
  const { countries, languages } = organisation;
  return (
    <p>
      <ClosedText organisation={organisation} />{' '}
      {t('answer.inCountry', {
        country: countries.map((one) => t(`country.${one}`)).join(', '),
        languages: languages.map((code) => t(`languageName.${code}`)).join(', '),
      })}
    </p>
  );
}
