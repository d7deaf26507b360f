import { useTranslations } from 'next-intl';
import type { Listed } from '#lib/client/site/use-who-answers.ts';
import type { WhoAnswers } from '#lib/client/site/who-answers.ts';
import { clockText } from '#lib/i18n/clock-text.ts';
import { useHelpLanguage } from './help-language.tsx';

/** Open or closed, in one sentence, for the chosen country. Nothing while no country is chosen. */
export function OpenLine({ answer }: { answer: WhoAnswers<Listed> | null }) {
  const t = useTranslations('help');
  const { locale } = useHelpLanguage();
  if (!answer || answer.kind === 'elsewhere') return null;
  const { organisation } = answer;
  const now = Date.now();
  if (organisation.openness.open) {
    const { until } = organisation.openness;
    const time = until === null ? null : clockText(until, now, locale);
    return <p>{time ? t('home.openUntil', { time }) : t('home.openAlways')}</p>;
  }
  const { opens } = organisation.openness;
  const org = organisation.name;
  return (
    <p>
      {opens === null
        ? t('answer.closed', { org })
        : t('answer.closedUntil', { org, time: clockText(opens, now, locale) })}
    </p>
  );
}
