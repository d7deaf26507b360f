import { useLocale, useTranslations } from 'next-intl';
import { useSignalText } from '#components/conversation/use-signal-text.ts';
import { dayText } from '#lib/i18n/day-text.ts';
import type { SignalProposal } from '#lib/signals/card-messages.ts';
import { filledFields, type Signal } from '#lib/signals/signal.ts';

/**
 * Every sentence of a card in its order. What is on the screen and what is signed come from here, so that
 * nobody agrees to a text that they did not see.
 */
export function useCardText(proposal: SignalProposal, signal: Signal, name: string) {
  const t = useTranslations('signal');
  const text = useSignalText();
  const locale = useLocale();
  const { scope, recipients } = proposal;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const police = list.format(recipients.map((one) => one.name));
  const isCase = scope === 'case';
  const before = [t('card.free'), t(`${scope}.what`), t('card.filled', { name })];
  const after = [
    t(`${scope}.who`, { police, date: dayText(proposal.notBeforeDay, locale) }),
    ...(isCase ? [t('case.disclose')] : []),
    t('card.not'),
    t('card.back', { date: dayText(proposal.lastTakeBackDay, locale) }),
    t('card.backHere'),
    ...(isCase ? [] : [t('card.limits')]),
  ];
  const lines = filledFields(signal).map((field) => ({
    field,
    name: text.name(field),
    value: text.value(signal, field),
    about: text.about(field),
  }));
  const alone = t('card.alone');
  const heading = t(`${scope}.h`);
  const shown = [
    heading,
    ...before,
    t('card.fields'),
    ...lines.flatMap((one) => [`${one.name}: ${one.value}`, one.about]),
    ...after,
    ...(isCase ? [t('case.know'), t('case.knowNo')] : []),
    alone,
    t('card.yes'),
  ];
  return { heading, before, hint: t('card.fields'), lines, after, alone, notice: shown.join('\n') };
}
