import { useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, useId, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { OpenChat } from '#lib/client/desk/desk-view.ts';
import { isFlagged } from '#lib/client/desk/off-the-table.ts';
import { isOpen } from '#lib/client/desk/proposals.ts';
import styles from './chat-pane.module.css';
import { Question } from './question.tsx';

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
  const [doubting, setDoubting] = useState(false);
  const doubtButton = useRef<HTMLButtonElement>(null);
  const id = useId();
  const { danger, doubt, unreadable } = chat.margin;
  const isBlocked = isFlagged(chat);
  const pressDanger = async () => {
    if (danger) {
      setCall(null);
      return onDangerOff();
    }
    setCall('calling');
    setCall((await onDanger()) ? 'called' : 'failed');
  };
  // What it takes off the table stays off, so a slip of the finger is asked about. Danger waits for nothing.
  const pressDoubt = () => {
    if (!doubt && !isBlocked && chat.proposals.some(isOpen)) setDoubting(!doubting);
    else onDoubt(!doubt);
  };
  const answerDoubt = (yes: boolean) => {
    setDoubting(false);
    doubtButton.current?.focus();
    if (yes) onDoubt(true);
  };
  return (
    <>
      <Button aria-pressed={danger} onClick={() => void pressDanger()}>
        {t('danger')}
      </Button>
      <Button
        ref={doubtButton}
        aria-pressed={doubt}
        aria-expanded={doubting || undefined}
        onClick={pressDoubt}
      >
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
      {doubting && !doubt ? (
        <Question text={t('doubtTakesAway')} onCancel={() => answerDoubt(false)}>
          <Button look="primary" onClick={() => answerDoubt(true)}>
            {t('doubtYes')}
          </Button>
          <Button onClick={() => answerDoubt(false)}>{t('doubtNo')}</Button>
        </Question>
      ) : null}
      <div role="status" className={styles.flagNews}>
        {call ? <p>{t(`call.${call}`)}</p> : null}
        {danger && call === null ? <p>{t('dangerSet')}</p> : null}
        {doubt ? <p>{t('doubtSet')}</p> : null}
        {unreadable ? <p>{t('unreadable')}</p> : null}
      </div>
      {isBlocked && formOpen !== null ? (
        <p id={id} className={styles.quiet}>
          {t('blocked')}
        </p>
      ) : null}
    </>
  );
}
