import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Status } from '#components/ui/status.tsx';
import type { Erasure } from '#lib/client/person/view.ts';
import styles from './chat-screen.module.css';

type EraseScreenProps = {
  headingRef: RefObject<HTMLHeadingElement | null>;
  erasure: Erasure;
  onUndo: () => void;
  onLeave: () => void;
};

const sentences = {
  undo: 'erase.question',
  deleting: 'erase.deleting',
  not_yet: 'erase.notYet',
  deleted: 'erase.deleted',
} as const;

/**
 * In place of the chat while it is being deleted: whoever looks over a shoulder sees nothing of it, and no
 * part of it stands hidden in the page. What can be done next has the focus, so that Undo is one key away.
 */
export function EraseScreen({ headingRef, erasure, onUndo, onLeave }: EraseScreenProps) {
  const t = useTranslations('chat');
  const { kind } = erasure;
  const next = useRef<HTMLButtonElement>(null);
  // A region that comes together with its words is not read aloud: first the region, then the words.
  const [said, setSaid] = useState<Erasure['kind'] | null>(null);
  useEffect(() => {
    setSaid(kind);
    (next.current ?? headingRef.current)?.focus();
  }, [kind, headingRef]);
  return (
    <div className={styles.screen}>
      <h1 ref={headingRef} tabIndex={-1}>
        {t('heading')}
      </h1>
      <Status className={styles.status}>{said ? <p>{t(sentences[said])}</p> : null}</Status>
      {kind === 'undo' ? (
        <div className={styles.choices}>
          <Button ref={next} look="primary" onClick={onUndo}>
            {t('erase.undo')}
          </Button>
          {/* Beside the status, not in it: a number that is read aloud every second would hide all else. */}
          <p>{t('erase.seconds', { n: erasure.seconds })}</p>
        </div>
      ) : null}
      {kind === 'deleted' ? (
        <Button ref={next} look="primary" onClick={onLeave}>
          {t('toStart')}
        </Button>
      ) : null}
    </div>
  );
}
