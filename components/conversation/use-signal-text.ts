import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Field } from '#lib/signals/fields.ts';
import type { FieldValue, Signal } from '#lib/signals/signal.ts';

/** Fields whose codes are the same have the same words. */
const group = (field: Field): string =>
  field === 'recruitment_platform' || field === 'exploitation_platform' ? 'platform' : field;

/** Names and values of a signal in plain words, in the language of the page; inside `SignalWords`. */
export function useSignalText() {
  const t = useTranslations('signal');
  return useMemo(() => {
    const code = (field: Field, value: string): string => {
      if (field !== 'period') return t(`codes.${group(field)}.${value}` as 'codes.country.BE');
      const [year = '', quarter] = value.split('-Q');
      return quarter ? t(`quarter.${quarter}` as 'quarter.1', { year }) : year;
    };
    const words = (field: Field, value: FieldValue): string => {
      if (typeof value === 'string') return code(field, value);
      if (typeof value[0] === 'boolean')
        return t('dimensions', { count: (value as boolean[]).filter(Boolean).length });
      return (value as readonly string[]).map((one) => code(field, one)).join(', ');
    };
    return {
      name: (field: Field) => t(`fields.${field}.name`),
      about: (field: Field) => t(`fields.${field}.about`),
      code,
      /** What a signal says for a field; empty where it says nothing. */
      value: (signal: Signal, field: Field): string => {
        const value = signal[field];
        return value === undefined ? '' : words(field, value);
      },
    };
  }, [t]);
}
