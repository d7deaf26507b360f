import { useTranslations } from 'next-intl';
import type { Listed } from '#lib/client/site/use-who-answers.ts';
import { listText } from '#lib/i18n/list-text.ts';
import { ClosedText } from './closed-text.tsx';
import { useHelpLanguage } from './help-language.tsx';

/** Who opens first and where, for somebody of no country of ours, or who did not say one. */
export function OpensFirst({ organisation }: { organisation: Listed }) {
  const t = useTranslations('help');
  const { locale } = useHelpLanguage();
  const { countries, languages } = organisation;
  return (
    <p>
      <ClosedText organisation={organisation} />{' '}
      {t('answer.inCountry', {
        country: listText(
          countries.map((one) => t(`country.${one}`)),
          locale,
        ),
        languages: listText(
          languages.map((code) => t(`languageName.${code}`)),
          locale,
        ),
      })}
    </p>
  );
}
