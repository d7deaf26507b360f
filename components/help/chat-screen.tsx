'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef, useState } from 'react';
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
import { EraseScreen } from './erase-screen.tsx';
import { useHelpLanguage } from './help-language.tsx';
import { useLogWords } from './use-log-words.ts';
import { type AgeChoice, WaitingExtras } from './waiting-extras.tsx';
import { WriteBox } from './write-box.tsx';

type ChatScreenProps = {
  headingRef: RefObject<HTMLHeadingElement | null>;
  chat: PersonChat;
  org: string;
  country: CountryChoice | null;
  onLeave: () => void;
};

/** Waiting, talking, and over: the same screen, so that nothing that was written is lost on the way. */
export function ChatScreen({ headingRef, chat, org, country, onLeave }: ChatScreenProps) {
  const t = useTranslations('chat');
  const { locale } = useHelpLanguage();
  const view = usePersonView(chat);
  const words = useLogWords(view.counsellor);
  const [draft, setDraft] = useState('');
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
  const { erasure } = view;
  const erased = useRef(false);
  useEffect(() => {
    erased.current = erasure !== null;
    // While it can be taken back the text waits here; afterwards it is deleted like the rest.
    if (erasure && erasure.kind !== 'undo') setDraft('');
  }, [erasure]);
  if (erasure) {
    return (
      <EraseScreen
        headingRef={headingRef}
        erasure={erasure}
        onUndo={chat.undoErase}
        onLeave={onLeave}
      />
    );
  }
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
        onErase={kind === 'refused' ? null : chat.erase}
        returned={erased.current}
      />
      {isWaiting && inDanger ? <DangerLine boxed /> : null}
      <MessageList entries={entries} words={words} locale={locale} />
      <ChatStatus view={view} org={org} inDanger={inDanger} />
      {isOver ? (
        <Button ref={toStart} look="primary" onClick={onLeave}>
          {t('toStart')}
        </Button>
      ) : (
        <WriteBox chat={chat} draft={draft} onDraft={setDraft} />
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
