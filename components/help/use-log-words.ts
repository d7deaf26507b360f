import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { LogWords } from '#components/conversation/entries.ts';

/** The words around the messages, with the counsellor's name once it is known. */
export function useLogWords(counsellor: string | null): LogWords {
  const t = useTranslations('chat');
  return useMemo(
    () => ({
      label: t('log'),
      us: t('us'),
      them: counsellor ?? t('them'),
      ticks: {
        waiting: t('tick.waiting'),
        sent: t('tick.sent'),
        delivered: t('tick.delivered'),
        read: t('tick.read'),
        failed: t('tick.failed'),
      },
      link: {
        goes: (host) => t('link.goes', { host }),
        open: t('link.open'),
        stay: t('link.stay'),
      },
      newBelow: t('newBelow'),
    }),
    [t, counsellor],
  );
}
