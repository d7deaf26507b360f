import { useMemo, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { LogWords } from './entries.ts';
import { linkParts } from './link-parts.ts';
import styles from './message-list.module.css';

type MessageTextProps = { text: string; words: LogWords['link'] };

/**
 * A message with its addresses made safe: a press says first where one would go, a second one goes there,
 * in a tab of its own that learns nothing of where it was opened.
 */
export function MessageText({ text, words }: MessageTextProps) {
  const [asked, setAsked] = useState<URL | null>(null);
  const parts = useMemo(() => linkParts(text), [text]);
  return (
    <>
      <span dir="auto">
        {parts.map((part, i) =>
          part.kind === 'words' ? (
            part.text
          ) : (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
              key={i}
              type="button"
              dir="ltr"
              className={styles.address}
              aria-expanded={asked === part.url}
              onClick={() => setAsked(asked === part.url ? null : part.url)}
            >
              {part.text}
            </button>
          ),
        )}
      </span>
      {asked ? (
        <span className={styles.goes}>
          <span>{words.goes(asked.host)}</span>
          <a
            href={asked.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            referrerPolicy="no-referrer"
            className={styles.open}
          >
            {words.open}
          </a>
          <Button look="link" onClick={() => setAsked(null)}>
            {words.stay}
          </Button>
        </span>
      ) : null}
    </>
  );
}
