import type { SignalProposal } from '#lib/signals/card-messages.ts';
import { filledFields, type Signal } from '#lib/signals/signal.ts';
import { dayText } from './day-text.ts';
import type { AppLocale } from './routing.ts';
import { type SaySignal, signalText } from './signal-text.ts';

/** What a card says of a proposal, beside its fields. */
export type CardFacts = Pick<
  SignalProposal,
  'scope' | 'recipients' | 'notBeforeDay' | 'lastTakeBackDay'
>;

/**
 * Every sentence of a card in its order. What is on the screen and what is signed come from here, so that
 * nobody agrees to a text that they did not see; and a supervisor's browser makes the same text again to
 * check the signature against it.
 * @param name the counsellor's work name
 */
export function cardText(
  say: SaySignal,
  locale: AppLocale,
  facts: CardFacts,
  signal: Signal,
  name: string,
) {
  const text = signalText(say);
  const { scope, recipients } = facts;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const police = list.format(recipients.map((one) => one.name));
  const isCase = scope === 'case';
  const before = [say('card.free'), say(`${scope}.what`), say('card.filled', { name })];
  const after = [
    say(`${scope}.who`, {
      police,
      count: recipients.length,
      date: dayText(facts.notBeforeDay, locale),
    }),
    ...(isCase ? [say('case.disclose'), say('case.personal')] : []),
    say('card.not'),
    say('card.back', { date: dayText(facts.lastTakeBackDay, locale) }),
    say('card.backHere'),
    ...(isCase ? [] : [say('card.limits')]),
  ];
  const lines = filledFields(signal).map((field) => ({
    field,
    name: text.name(field),
    value: text.value(signal, field),
    about: text.about(field),
  }));
  const alone = say('card.alone');
  const heading = say(`${scope}.h`);
  const shown = [
    heading,
    ...before,
    say('card.fields'),
    ...lines.flatMap((one) => [`${one.name}: ${one.value}`, one.about]),
    ...after,
    ...(isCase ? [say('case.know'), say('case.knowNo')] : []),
    alone,
    say('card.yes'),
  ];
  return {
    heading,
    before,
    hint: say('card.fields'),
    lines,
    after,
    alone,
    notice: shown.join('\n'),
  };
}
