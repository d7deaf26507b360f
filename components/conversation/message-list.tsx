import { memo } from 'react';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { clockText } from '#lib/i18n/clock-text.ts';
import type { AppLocale } from '#lib/i18n/routing.ts';
import type { LogEntry, LogWords } from './entries.ts';
import styles from './message-list.module.css';
import { useFollowEnd } from './use-follow-end.ts';

type MessageProps = {
  entry: Extract<LogEntry, { kind: 'message' }>;
  words: LogWords;
  locale: AppLocale;
};

const Message = memo(function Message({ entry, words, locale }: MessageProps) {
  const own = entry.from === 'us';
  const time = entry.minute === 0 ? null : clockText(entry.minute * 60_000, Date.now(), locale);
  return (
    <div className={own ? `${styles.message} ${styles.own}` : styles.message}>
      <p className={styles.bubble}>
        <VisuallyHidden>{own ? words.us : words.them}: </VisuallyHidden>
        <span dir="auto">{entry.text}</span>
      </p>
      <p className={styles.below}>
        {time ? <span>{time}</span> : null}
        {entry.tick ? <span>{words.ticks[entry.tick]}</span> : null}
      </p>
    </div>
  );
});

type MessageListProps = { entries: readonly LogEntry[]; words: LogWords; locale: AppLocale };

/**
 * What was said, oldest first. `translate="no"`: a browser's translate button would send the words of
 * somebody in danger to another company.
 */
export function MessageList({ entries, words, locale }: MessageListProps) {
  const endRef = useFollowEnd(entries.length);
  return (
    <div role="log" aria-label={words.label} translate="no" className={styles.log}>
      {entries.map((entry) =>
        entry.kind === 'message' ? (
          <Message key={entry.id} entry={entry} words={words} locale={locale} />
        ) : (
          <p key={entry.id} className={styles.notice}>
            {entry.text}
          </p>
        ),
      )}
      <div ref={endRef} aria-hidden="true" className={styles.end} />
    </div>
  );
}
