import { type RefObject, useEffect, useRef } from 'react';
import type { PersonChat } from '#lib/client/person/person-chat.ts';
import type { PersonView } from '#lib/client/person/view.ts';
import { AfterChat } from './after-chat.tsx';
import styles from './chat-screen.module.css';
import type { Moment } from './chat-sentences.ts';
import { ChatStatus } from './chat-status.tsx';
import { MoveOn } from './move-on.tsx';
import { UnsentDraft } from './unsent-draft.tsx';
import { WriteBox } from './write-box.tsx';

type TalkFootProps = {
  footRef: RefObject<HTMLDivElement | null>;
  /** Where it is said that something came below. */
  newsRef: RefObject<HTMLDivElement | null>;
  chat: PersonChat;
  view: PersonView;
  org: string;
  isOver: boolean;
  /** The question of the end is open: a small screen has no room for the box as well. */
  isAsking: boolean;
  moment: Moment;
  /** Until when a silent chat does not end by itself, in ms since 1970. */
  keptUntil: number | null;
  draft: string;
  onDraft: (text: string) => void;
  onSomeoneElse: () => void;
  onLeave: () => void;
};

/**
 * The foot of a talk: what holds now, and the box, or what there is to do once it is over. The sentences stand
 * with the box, which may lie over what was said: they must never be under it.
 */
export function TalkFoot(props: TalkFootProps) {
  const { footRef, newsRef, chat, view, org, isOver, isAsking, moment, keptUntil, draft } = props;
  const toStart = useRef<HTMLButtonElement>(null);
  // The box and the menu go away: whoever uses a keyboard goes on from here.
  useEffect(() => {
    if (isOver) toStart.current?.focus();
  }, [isOver]);
  return (
    <div ref={footRef} className={isOver ? styles.screen : styles.foot}>
      <div ref={newsRef} className={styles.news} />
      <ChatStatus view={view} org={org} moment={moment} keptUntil={keptUntil} />
      {view.phase.kind === 'open' && view.mayMoveOn ? (
        <MoveOn moving={moment.moving} onSomeoneElse={props.onSomeoneElse} />
      ) : null}
      {isOver ? (
        <>
          <UnsentDraft draft={draft} />
          <AfterChat
            isRefused={view.phase.kind === 'refused'}
            org={org}
            counsellor={view.counsellor}
            toStart={toStart}
            onLeave={props.onLeave}
          />
        </>
      ) : isAsking ? null : (
        <WriteBox chat={chat} draft={draft} onDraft={props.onDraft} />
      )}
    </div>
  );
}
