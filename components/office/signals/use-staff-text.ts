import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { SaySignal } from '#lib/i18n/signal-text.ts';
import { type StaffWords, staffSignalText } from '#lib/i18n/staff-signal-text.ts';

/** Names and values of a signal as the staff says them, in the language of the page; inside `SignalWords`. */
export function useStaffText() {
  const staff = useTranslations('office.signals.staff');
  const signal = useTranslations('signal');
  return useMemo(
    () => staffSignalText(staff as unknown as StaffWords, signal as SaySignal),
    [staff, signal],
  );
}
