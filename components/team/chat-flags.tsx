import { useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { OpenChat } from '#lib/client/desk/desk-view.ts';
import styles from './chat-pane.module.css';

export type ChatFlagsProps = {
  chat: OpenChat;
  /** Whether the form stands open; null where the organisation shares no signals. */
  formOpen: boolean | null;
  formButton: RefObject<HTMLButtonElement | null>;
  onForm: () => void;
  onDoubt: (doubt: boolean) => void;
  onDangerOff: () => void;
  /** @returns whether the call reached the server */
  onDanger: () => Promise<boolean>;
  /** Other buttons of the chat: short ones first, so that a phone shows all of them on two lines. */
  children: ReactNode;
};

type Call = 'calling' | 'called' | 'failed';

/** Danger and doubt, each of which makes a proposal impossible, and the way to the form. */
export function ChatFlags(props: ChatFlagsProps) {
  const { chat, formOpen, formButton, onForm, onDoubt, onDanger, onDangerOff } = props;
  const t = useTranslations('team.desk.flags');
  const [call, setCall] = useState<Call | null>(null);
  const id = useId();
  const { danger, doubt } = chat.margin;
  const isBlocked = danger || doubt || chat.person?.danger === true;
  const pressDanger = async () => {
    if (danger) {
      setCall(null);
      return onDangerOff();
    }
    setCall('calling');
    setCall((await onDanger()) ? 'called' : 'failed');
  };
  return (
    <>
      <Button aria-pressed={danger} onClick={() => void pressDanger()}>
        {t('danger')}
      </Button>
      <Button aria-pressed={doubt} onClick={() => onDoubt(!doubt)}>
        {t('doubt')}
      </Button>
      {props.children}
      {formOpen === null ? null : (
        <Button
          ref={formButton}
          aria-expanded={formOpen}
          aria-disabled={isBlocked}
          aria-describedby={isBlocked ? id : undefined}
          onClick={() => {
            if (!isBlocked || formOpen) onForm();
          }}
        >
          {t('propose')}
        </Button>
      )}
      <div role="status" className={styles.flagNews}>
        {call ? <p>{t(`call.${call}`)}</p> : null}
        {danger && call === null ? <p>{t('dangerSet')}</p> : null}
        {doubt ? <p>{t('doubtSet')}</p> : null}
      </div>
      {isBlocked && formOpen !== null ? (
        <p id={id} className={styles.quiet}>
          {t('blocked')}
        </p>
      ) : null}
    </>
  );
}
