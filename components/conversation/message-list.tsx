import { Fragment, memo, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '#components/ui/button.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { clockText, weekdayText } from '#lib/i18n/clock-text.ts';
import type { AppLocale } from '#lib/i18n/routing.ts';
import { placed } from './day-breaks.ts';
import type { LogEntry, LogWords } from './entries.ts';
import styles from './message-list.module.css';
import { MessageText } from './message-text.tsx';
import { useFollowEnd } from './use-follow-end.ts';

type MessageProps = {
  /** It goes on from the message before: said in one go. */
  joined: boolean;
  entry: Extract<LogEntry, { kind: 'message' }>;
  words: LogWords;
  locale: AppLocale;
};

const Message = memo(function Message(props: MessageProps) {
  const { entry, joined, words, locale } = props;
  const own = entry.from === 'us';
  const look = [styles.message, own ? styles.own : '', joined ? styles.joined : ''];
  const time = entry.minute === 0 ? null : clockText(entry.minute * 60_000, Date.now(), locale);
  return (
    <div className={look.join(' ')}>
      <p className={styles.bubble}>
        <VisuallyHidden>{own ? words.us : words.them}: </VisuallyHidden>
        <MessageText text={entry.text} words={words.link} />
      </p>
      <p className={styles.below}>
        {time ? <span>{time}</span> : null}
        {entry.tick ? <span>{words.ticks[entry.tick]}</span> : null}
      </p>
    </div>
  );
});

type MessageListProps = {
  entries: readonly LogEntry[];
  words: LogWords;
  locale: AppLocale;
  /** What stands over the foot of the page, see `useFollowEnd`. */
  footRef?: RefObject<HTMLElement | null>;
  /** Where it is said that something came below: with the box, or it would lie over what is read. */
  newsRef: RefObject<HTMLElement | null>;
};

/**
 * What was said, oldest first. `translate="no"`: a browser's translate button would send the words of
 * somebody in danger to another company.
 */
export function MessageList({ entries, words, locale, footRef, newsRef }: MessageListProps) {
  const { endRef, isBehind, toEnd } = useFollowEnd(entries, footRef);
  return (
    <>
      <div role="log" aria-label={words.label} translate="no" className={styles.log}>
        {placed(entries).map(({ entry, newDay, joined }) => {
          if (entry.kind === 'card') return <Fragment key={entry.id}>{entry.node}</Fragment>;
          return entry.kind === 'message' ? (
            <Fragment key={entry.id}>
              {newDay ? (
                <p className={styles.notice}>{weekdayText(entry.minute * 60_000, locale)}</p>
              ) : null}
              <Message entry={entry} joined={joined} words={words} locale={locale} />
            </Fragment>
          ) : (
            <p
              key={entry.id}
              className={entry.isStrong ? `${styles.notice} ${styles.call}` : styles.notice}
            >
              {entry.text}
            </p>
          );
        })}
        <div ref={endRef} aria-hidden="true" />
      </div>
      {isBehind && newsRef.current
        ? createPortal(
            <div className={styles.newBelow}>
              <Button onClick={toEnd}>{words.newBelow}</Button>
            </div>,
            newsRef.current,
          )
        : null}
    </>
  );
}
