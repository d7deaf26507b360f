import { useTranslations } from 'next-intl';
import { useSignalText } from '#components/conversation/use-signal-text.ts';
import type { Field } from '#lib/signals/fields.ts';

/** Names and values of a signal as the staff says them: on the card two of the names speak to the person. */
export function useStaffText() {
  const text = useSignalText();
  const t = useTranslations('office.signals.names');
  const name = (field: Field): string =>
    field === 'gender' || field === 'means_of_control' ? t(field) : text.name(field);
  return { ...text, name };
}
