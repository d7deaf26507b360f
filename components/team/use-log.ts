import { useTranslations } from 'next-intl';
import type { LogEntry, LogWords } from '#components/conversation/entries.ts';
import type { OpenChat } from '#lib/client/desk/desk-view.ts';

/** A conversation as the shared log shows it, in the member's language. */
export function useLog(chat: OpenChat): { entries: readonly LogEntry[]; words: LogWords } {
  const t = useTranslations('team.desk');
  const words: LogWords = {
    label: t('chat.log'),
    us: t('chat.you'),
    them: t('chat.person'),
    ticks: {
      waiting: t('tick.waiting'),
      sent: t('tick.sent'),
      delivered: t('tick.delivered'),
      read: t('tick.read'),
      failed: t('chat.notSent'),
    },
    link: {
      goes: (host) => t('chat.linkGoes', { host }),
      open: t('chat.linkOpen'),
      stay: t('chat.linkStay'),
    },
    newBelow: t('chat.newBelow'),
  };
  const entries = chat.entries.map((entry): LogEntry => {
    const { id } = entry;
    if (entry.kind === 'notice') return { kind: 'notice', id, text: t(`notice.${entry.notice}`) };
    const { kind, text, minute, tick } = entry;
    const from = entry.from === 'us' ? 'us' : 'them';
    return { kind, id, from, text, minute, tick: tick === 'not_sent' ? 'failed' : tick };
  });
  return { entries, words };
}
