import type { Field } from '#lib/signals/fields.ts';
import type { FieldValue, Signal } from '#lib/signals/signal.ts';

/** Says a key of `signal.json`; what `useTranslations('signal')` and `createTranslator` both give. */
export type SaySignal = (key: string, values?: Record<string, string | number>) => string;

/** Fields whose codes are the same have the same words. */
const group = (field: Field): string =>
  field === 'recruitment_platform' || field === 'exploitation_platform' ? 'platform' : field;

/** Names and values of a signal in plain words. */
export function signalText(say: SaySignal) {
  const code = (field: Field, value: string): string => {
    if (field !== 'period') return say(`codes.${group(field)}.${value}`);
    const [year = '', quarter] = value.split('-Q');
    return quarter ? say(`quarter.${quarter}`, { year }) : year;
  };
  const words = (field: Field, value: FieldValue): string => {
    if (typeof value === 'string') return code(field, value);
    if (typeof value[0] === 'boolean')
      return say('dimensions', { count: (value as boolean[]).filter(Boolean).length });
    return (value as readonly string[]).map((one) => code(field, one)).join(', ');
  };
  return {
    name: (field: Field) => say(`fields.${field}.name`),
    about: (field: Field) => say(`fields.${field}.about`),
    code,
    words,
    /** What a signal says for a field; empty where it says nothing. */
    value(signal: Signal, field: Field): string {
      const value = signal[field];
      return value === undefined ? '' : words(field, value);
    },
  };
}
