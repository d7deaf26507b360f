import { useTranslations } from 'next-intl';
import type { Listed } from '#lib/client/site/use-who-answers.ts';
import { clockText } from '#lib/i18n/clock-text.ts';
import { useHelpLanguage } from './help-language.tsx';

/** Why nobody of an organisation can be written to now, and from when on somebody can. */
export function ClosedText({ organisation }: { organisation: Listed }) {
  const t = useTranslations('help.answer');
  const { locale } = useHelpLanguage();
  const { name: org, openness } = organisation;
  if (openness.open) return null;
  const now = Date.now();
  if (openness.offDuty) return t('offDuty', { org });
  const opens = openness.opens === null ? null : clockText(openness.opens, now, locale);
  if (openness.closes !== undefined) {
    const closing = t('closing', { org, time: clockText(openness.closes, now, locale) });
    return opens === null ? closing : `${closing} ${t('again', { time: opens })}`;
  }
  return opens === null ? t('closed', { org }) : t('closedUntil', { org, time: opens });
}
