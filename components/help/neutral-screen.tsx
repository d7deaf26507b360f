import { useTranslations } from 'next-intl';
import { type RefObject, useEffect } from 'react';
import { Button } from '#components/ui/button.tsx';
import styles from './chat-screen.module.css';

type NeutralScreenProps = {
  headingRef: RefObject<HTMLHeadingElement | null>;
  onReadOn: () => void;
};

/**
 * In place of the chat once the counsellor cleared the screen, for the eyes of whoever stands behind: an
 * ordinary text, without a word that a chat was here. What was said is gone from the page, not hidden.
 */
export function NeutralScreen({ headingRef, onReadOn }: NeutralScreenProps) {
  const t = useTranslations('chat.neutral');
  useEffect(() => {
    scrollTo(0, 0);
    headingRef.current?.focus({ preventScroll: true });
  }, [headingRef]);
  return (
    <div className={styles.screen}>
      <h1 ref={headingRef} tabIndex={-1}>
        {t('heading')}
      </h1>
      <p>{t('text')}</p>
      <div>
        <Button look="link" onClick={onReadOn}>
          {t('on')}
        </Button>
      </div>
    </div>
  );
}
