import { useTranslations } from 'next-intl';
import type { Listed } from '#lib/client/site/use-who-answers.ts';
import type { CountryChoice, WhoAnswers } from '#lib/client/site/who-answers.ts';
import { clockText } from '#lib/i18n/clock-text.ts';
import { ClosedText } from './closed-text.tsx';
import { useHelpLanguage } from './help-language.tsx';
import { OpensFirst } from './opens-first.tsx';

type OpenLineProps = {
  answer: WhoAnswers<Listed> | null;
  country: CountryChoice | null;
  toAll: boolean | null;
};

/** Open or closed, in one sentence: for the chosen country, or before a choice if it holds for every one. */
export function OpenLine({ answer, country, toAll }: OpenLineProps) {
  const t = useTranslations('help');
  const { locale } = useHelpLanguage();
  if (answer?.kind === 'wrong_date') return <p>{t('answer.wrongDate')}</p>;
  if (country === null) {
    if (toAll === null) return null;
    if (toAll) return <p>{t('home.openAlways')}</p>;
    return (
      <>
        <p>{`${t('answer.nobody')} ${t('answer.danger')}`}</p>
        {answer?.kind === 'elsewhere' && answer.opensFirst ? (
          <OpensFirst organisation={answer.opensFirst} />
        ) : null}
      </>
    );
  }
  if (!answer) return null;
  if (answer.kind === 'elsewhere')
    return answer.opensFirst ? <OpensFirst organisation={answer.opensFirst} /> : null;
  const { organisation } = answer;
  if (!organisation.openness.open)
    return (
      <p>
        <ClosedText organisation={organisation} />
      </p>
    );
  const { until } = organisation.openness;
  const time = until === null ? null : clockText(until, Date.now(), locale);
  return <p>{time ? t('home.openUntil', { time }) : t('home.openAlways')}</p>;
}
