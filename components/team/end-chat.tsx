import { useLocale, useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { Question } from './question.tsx';

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

/** Asks once before the chat ends for both, and gives the focus back. */
export function EndChat({ ending, wordless, language, onEnd }: EndChatProps) {
  const t = useTranslations('team.desk.end');
  const [asking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
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
    <Question
      text={t(wordless ? 'questionWordless' : 'question')}
      more={wordless ? null : <Abuse language={language} onEnd={onEnd} />}
      onCancel={cancel}
    >
      <Button look="primary" onClick={() => onEnd()}>
        {t('confirm')}
      </Button>
      <Button onClick={cancel}>{t(wordless ? 'cancelWordless' : 'cancel')}</Button>
    </Question>
  );
}
