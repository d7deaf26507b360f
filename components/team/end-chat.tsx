import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import styles from './chat-pane.module.css';

type EndChatProps = {
  ending: boolean;
  /** Nothing can be said in it any more, a last word neither. */
  wordless: boolean;
  /** Of the person, as they said it. */
  language: string | null;
  /** @param kindly what they read first, when it was not serious or abusive */
  onEnd: (kindly?: string) => void;
};

/** The end of a chat that was no call for help: said kindly, in the person's language. */
function Abuse({ language, onEnd }: Pick<EndChatProps, 'language' | 'onEnd'>) {
  const t = useTranslations('team.desk.end');
  const locale = useLocale();
  const spoken = [language, locale].find((one) => one === 'nl' || one === 'fr' || one === 'en');
  const id = useId();
  return (
    <Panel bare summary={t('abuse')}>
      <p id={id}>{t('abuseHint')}</p>
      <Button aria-describedby={id} onClick={() => onEnd(t(`kindly.${spoken ?? 'en'}`))}>
        {t('abuseNow')}
      </Button>
    </Panel>
  );
}

/** Asks once before the chat ends for both; a question in the flow that takes and gives back focus. */
export function EndChat({ ending, wordless, language, onEnd }: EndChatProps) {
  const t = useTranslations('team.desk.end');
  const [asking, setAsking] = useState(false);
  const id = useId();
  const question = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) question.current?.focus();
  }, [asking]);
  const cancel = () => {
    setAsking(false);
    // The button comes back with the next rendering.
    requestAnimationFrame(() => button.current?.focus());
  };

  if (ending) return <p role="status">{t('ending')}</p>;
  if (!asking) {
    return (
      <Button ref={button} onClick={() => setAsking(true)}>
        {t('button')}
      </Button>
    );
  }
  return (
    <section
      ref={question}
      tabIndex={-1}
      aria-labelledby={id}
      className={styles.question}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancel();
      }}
    >
      <p id={id}>{t(wordless ? 'questionWordless' : 'question')}</p>
      <div className={styles.row}>
        <Button look="primary" onClick={() => onEnd()}>
          {t('confirm')}
        </Button>
        <Button onClick={cancel}>{t(wordless ? 'cancelWordless' : 'cancel')}</Button>
      </div>
      {wordless ? null : <Abuse language={language} onEnd={onEnd} />}
    </section>
  );
}
