import type { SignalProposal } from '#lib/signals/card-messages.ts';
import { filledFields, type Signal } from '#lib/signals/signal.ts';
import { type SaySignal, signalText } from './signal-text.ts';

/** What a card says of a proposal, beside its fields. */
export type CardFacts = Pick<
  SignalProposal,
  'scope' | 'recipients' | 'notBeforeDay' | 'lastTakeBackDay'
>;

/** A day as a card writes it, in our own words: those of a browser change with its version. */
function dayOn(say: SaySignal, day: number): string {
  const date = new Date(day * 86_400_000);
  return `${date.getUTCDate()} ${say(`months.${date.getUTCMonth() + 1}`)} ${date.getUTCFullYear()}`;
}

function namesOn(say: SaySignal, names: readonly string[]): string {
  const before = names.slice(0, -1).join(', ');
  return [...(before ? [before, say('and')] : []), ...names.slice(-1)].join(' ');
}

/**
 * Every sentence of a card in its order. What is on the screen and what is signed come from here, so that
 * nobody agrees to a text that they did not see; and a supervisor's browser makes the same text again to
 * check the signature against it. Of a browser nothing stands in it that another one could write otherwise.
 * @param name the counsellor's work name
 */
export function cardText(say: SaySignal, facts: CardFacts, signal: Signal, name: string) {
  const text = signalText(say);
  const { scope, recipients } = facts;
  const names = recipients.map((one) => one.name);
  const isCase = scope === 'case';
  const before = [say('card.free'), say(`${scope}.what`), say('card.filled', { name })];
  const after = [
    say(`${scope}.who`, {
      police: namesOn(say, names),
      count: recipients.length,
      date: dayOn(say, facts.notBeforeDay),
    }),
    ...(isCase ? [say('case.disclose'), say('case.personal')] : []),
    say('card.not'),
    say('card.back', { date: dayOn(say, facts.lastTakeBackDay) }),
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
