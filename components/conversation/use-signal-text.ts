import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { type SaySignal, signalText } from '#lib/i18n/signal-text.ts';

/** Names and values of a signal in the language of the page; inside `SignalWords`. */
export function useSignalText() {
  const t = useTranslations('signal');
  return useMemo(() => signalText(t as SaySignal), [t]);
}
