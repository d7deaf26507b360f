'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Composer } from '#components/conversation/composer.tsx';
import { MessageList } from '#components/conversation/message-list.tsx';
import { Button } from '#components/ui/button.tsx';
import type { PersonChat } from '#lib/client/person/person-chat.ts';
import { usePersonView } from '#lib/client/person/use-person-chat.ts';
import type { CountryChoice } from '#lib/client/site/who-answers.ts';
import { logEntries } from './chat-entries.ts';
import { ChatHead } from './chat-head.tsx';
import styles from './chat-screen.module.css';
import { ChatStatus } from './chat-status.tsx';
import { DangerLine } from './danger-line.tsx';
import { useHelpLanguage } from './help-language.tsx';
import { useLogWords } from './use-log-words.ts';
import { type AgeChoice, WaitingExtras } from './waiting-extras.tsx';

type ChatScreenProps = {
  headingRef: RefObject<HTMLHeadingElement | null>;
  chat: PersonChat;
  org: string;
  country: CountryChoice | null;
  onLeave: () => void;
};

/** A real keyboard: Enter sends. On a phone Enter begins a new line, as people expect there. */
const enterSends = () => matchMedia('(hover: hover) and (pointer: fine)').matches;

function Write({ chat }: { chat: PersonChat }) {
  const t = useTranslations('chat');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<'tooLong' | 'notSent' | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const send = () => {
    if (text.trim() === '') return box.current?.focus();
    const outcome = chat.send(text);
    if (outcome !== 'sent') return setProblem(outcome === 'too_long' ? 'tooLong' : 'notSent');
    setProblem(null);
    setText('');
    box.current?.focus();
  };
  return (
    <div className={styles.write}>
      <Composer
        words={{ label: t('box'), send: t('send') }}
        value={text}
        problem={problem ? t(problem) : null}
        enterSends={enterSends()}
        boxRef={box}
        onChange={setText}
        onSend={send}
      />
    </div>
  );
}

/** Waiting, talking, and over: the same screen, so that nothing that was written is lost on the way. */
export function ChatScreen({ headingRef, chat, org, country, onLeave }: ChatScreenProps) {
  const t = useTranslations('chat');
  const { locale } = useHelpLanguage();
  const view = usePersonView(chat);
  const words = useLogWords(view.counsellor);
  const [age, setAge] = useState<AgeChoice | null>(null);
  const [inDanger, setInDanger] = useState(chat.prefs().danger);
  useEffect(() => chat.setPrefs({ language: locale }), [chat, locale]);
  // This screen comes as a chunk: when it is there, reading begins at its heading.
  useEffect(() => headingRef.current?.focus({ preventScroll: true }), [headingRef]);

  const toStart = useRef<HTMLButtonElement>(null);
  const name = view.counsellor ?? t('someone');
  const { kind } = view.phase;
  const isOver = kind === 'ended' || kind === 'refused';
  const isWaiting = kind === 'opening' || kind === 'waiting';
  // The box and the menu go away: whoever uses a keyboard goes on from here.
  useEffect(() => {
    if (isOver) toStart.current?.focus();
  }, [isOver]);
  const entries = logEntries(view, (notice) =>
    notice === 'joined' ? `${t('joined', { name, org })} ${t('reader', { name })}` : t(notice),
  );
  return (
    <div className={isWaiting ? styles.screen : `${styles.screen} ${styles.tall}`}>
      <ChatHead
        heading={
          <h1 ref={headingRef} tabIndex={-1}>
            {org}
          </h1>
        }
        onEnd={isOver ? null : chat.end}
      />
      {isWaiting && inDanger ? <DangerLine boxed /> : null}
      <MessageList entries={entries} words={words} locale={locale} />
      <ChatStatus view={view} inDanger={inDanger} />
      {isOver ? (
        <Button ref={toStart} look="primary" onClick={onLeave}>
          {t('toStart')}
        </Button>
      ) : (
        <Write chat={chat} />
      )}
      {isWaiting ? (
        <WaitingExtras
          org={org}
          country={country}
          age={age}
          inDanger={inDanger}
          onAge={(next) => {
            setAge(next);
            chat.setPrefs({ age: next });
          }}
          onDanger={() => {
            setInDanger(true);
            chat.setPrefs({ danger: true });
          }}
        />
      ) : null}
    </div>
  );
}
