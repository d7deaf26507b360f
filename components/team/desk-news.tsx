import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import type { DeskNews } from '#lib/client/desk/desk-view.ts';
import styles from './desk.module.css';
import { usePersonWords } from './person-line.tsx';

function useNewsText(): (news: DeskNews) => string {
  const t = useTranslations('team.desk');
  const words = usePersonWords();
  return (news) => {
    switch (news.kind) {
      case 'waiting': {
        const language = words.language(news.language);
        return news.danger ? t('say.waitingDanger', { language }) : t('say.waiting', { language });
      }
      case 'message':
        return t('say.message', { number: news.number });
      case 'taken':
        return t('say.taken', { number: news.number });
      case 'called':
        return t('say.called', { name: news.name });
      case 'ended':
        return t('say.ended', { number: news.number });
      case 'deleted':
        return t('say.deleted', { number: news.number });
      case 'colleague_first':
        return t('waiting.colleagueFirst');
      case 'take_failed':
        return t('waiting.takeFailed');
    }
  };
}

/** What the screen shows anyway is only spoken; the rest is also to be read. */
function isShown(news: DeskNews, openNumber: number | null): boolean {
  if (news.kind === 'ended' || news.kind === 'deleted') return news.number !== openNumber;
  return ['colleague_first', 'take_failed', 'called'].includes(news.kind);
}

type DeskNewsLineProps = {
  news: DeskNews | null;
  /** Number of the chat that is on the screen. */
  openNumber: number | null;
};

/** The one place of the desk that is read aloud; each piece of news once. */
export function DeskNewsLine({ news, openNumber }: DeskNewsLineProps) {
  const text = useNewsText();
  const last = useRef({ news, count: 0 });
  if (last.current.news !== news) last.current = { news, count: last.current.count + 1 };
  const shown = news !== null && isShown(news, openNumber);
  return (
    <div role="status" className={shown ? styles.news : undefined}>
      {news ? (
        // A new element each time: the same sentence again is news again.
        <p key={last.current.count}>
          {shown ? text(news) : <VisuallyHidden>{text(news)}</VisuallyHidden>}
        </p>
      ) : null}
    </div>
  );
}
