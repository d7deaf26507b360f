import { useTranslations } from 'next-intl';
import { type RefObject, useRef, useState } from 'react';
import type { MoveOutcome } from '#lib/client/person/move-on.ts';
import type { PersonChat } from '#lib/client/person/person-chat.ts';
import type { PersonView } from '#lib/client/person/view.ts';
import type { CountryChoice } from '#lib/client/site/who-answers.ts';
import type { CardEdits } from './card/edits.ts';
import { ChatHead } from './chat-head.tsx';
import styles from './chat-screen.module.css';
import { isShut } from './move-on.tsx';
import { Numbers } from './numbers.tsx';
import { TalkFoot } from './talk-foot.tsx';
import { TalkLog } from './talk-log.tsx';
import { UrgentLines } from './urgent-lines.tsx';
import { useAnswered } from './use-answered.ts';
import type { useCaller } from './use-caller.ts';
import { useMoment } from './use-moment.ts';
import { useMoving } from './use-moving.ts';
import { WaitingExtras } from './waiting-extras.tsx';

type TalkScreenProps = {
  headingRef: RefObject<HTMLHeadingElement | null>;
  chat: PersonChat;
  view: PersonView;
  org: string;
  country: CountryChoice | null;
  draft: string;
  onDraft: (text: string) => void;
  /** What the person left out of proposed signals. It lives outside, like the draft. */
  edits: CardEdits;
  onEdits: (edits: CardEdits) => void;
  onSomeoneElse: () => Promise<MoveOutcome>;
  /** How the person wants to be called, and whether they wait long: both outlive "Undo". */
  caller: ReturnType<typeof useCaller>;
  longWait: boolean;
  /** The chat was just brought back from being deleted. */
  returned: boolean;
  onLeave: () => void;
};

/** What they feel goes as their own words, which they see, before the message that closes the chat. */
function sayAndEnd(chat: PersonChat, feeling: string | null): void {
  if (feeling !== null) chat.send(feeling);
  void chat.end();
}

/** Waiting, talking, and over: the same screen, so that nothing that was written is lost on the way. */
export function TalkScreen(props: TalkScreenProps) {
  const { headingRef, chat, view, org, country, draft, onDraft, returned, onLeave } = props;
  const { edits, onEdits, caller, longWait } = props;
  const t = useTranslations('chat');
  const [inDanger, setInDanger] = useState(chat.prefs().danger);
  const [isAsking, setAsking] = useState(false);
  const footRef = useRef<HTMLDivElement>(null);
  const newsRef = useRef<HTMLDivElement>(null);
  const name = view.counsellor ?? t('someone');
  const { kind } = view.phase;
  const isOver = kind === 'ended' || kind === 'refused';
  const isWaiting = kind === 'opening' || kind === 'waiting';
  const attendance = view.phase.kind === 'waiting' ? view.phase.attendance : null;
  const isUnattended = attendance !== null && attendance !== 'here';
  const { moving, onSomeoneElse } = useMoving(view.mayMoveOn, props.onSomeoneElse);
  const known = { view, draft, country, inDanger, longWait, moving };
  const { moment, keptUntil, isBack } = useMoment(known);
  useAnswered(kind, headingRef, footRef);
  const talk = { chat, view, org, isOver, footRef, newsRef };
  const toTop = () => {
    scrollTo(0, 0);
    headingRef.current?.focus({ preventScroll: true });
  };
  return (
    <div className={isWaiting ? styles.screen : `${styles.screen} ${styles.tall}`}>
      <ChatHead
        {...{ headingRef, returned }}
        onEnd={isOver ? null : (feeling) => sayAndEnd(chat, feeling && t(`feel.said.${feeling}`))}
        asksFeeling={kind === 'open' && !view.quarantined}
        onErase={kind === 'refused' ? null : chat.erase}
        onAsk={setAsking}
      />
      {isWaiting ? <UrgentLines inDanger={inDanger} isUnattended={isUnattended} /> : null}
      <TalkLog {...talk} {...{ name, edits, onEdits }} />
      <TalkFoot
        {...talk}
        {...{ isAsking, moment, keptUntil, draft, onLeave }}
        onDraft={(text) => {
          isBack();
          onDraft(text);
        }}
        onSomeoneElse={() => void onSomeoneElse()}
      />
      {kind === 'open' && isShut(moving) ? <Numbers country={country} needed /> : null}
      {kind === 'refused' ? <Numbers country={country} needed /> : null}
      {isWaiting ? (
        <WaitingExtras
          {...{ chat, org, country, caller, attendance, inDanger }}
          needsOthers={moment.longWait || isUnattended}
          onDanger={() => {
            setInDanger(true);
            chat.setPrefs({ danger: true });
            // What changed stands at the top: 112, and what we need to know.
            toTop();
          }}
          onBack={toTop}
        />
      ) : null}
    </div>
  );
}
