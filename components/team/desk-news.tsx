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
      case 'ended':
        return t('say.ended', { number: news.number });
      case 'colleague_first':
        return t('waiting.colleagueFirst');
      case 'take_failed':
        return t('waiting.takeFailed');
    }
  };
}

/** What a list already shows is only spoken; what no list shows is also to be read. */
const isShown = ({ kind }: DeskNews): boolean =>
  kind === 'colleague_first' || kind === 'take_failed' || kind === 'ended';

/** The one place of the desk that is read aloud; each piece of news once. */
export function DeskNewsLine({ news }: { news: DeskNews | null }) {
  const text = useNewsText();
  const last = useRef({ news, count: 0 });
  if (last.current.news !== news) last.current = { news, count: last.current.count + 1 };
  return (
    <div role="status" className={news && isShown(news) ? styles.news : undefined}>
      {news ? (
        // A new element each time: the same sentence again is news again.
        <p key={last.current.count}>
          {isShown(news) ? text(news) : <VisuallyHidden>{text(news)}</VisuallyHidden>}
        </p>
      ) : null}
    </div>
  );
}
