'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { MoveOutcome } from '#lib/client/person/move-on.ts';
import type { PersonChat } from '#lib/client/person/person-chat.ts';
import { usePersonView } from '#lib/client/person/use-person-chat.ts';
import type { CountryChoice } from '#lib/client/site/who-answers.ts';
import type { CardEdits } from './card/edits.ts';
import { EraseScreen } from './erase-screen.tsx';
import { useHelpLanguage } from './help-language.tsx';
import { NeutralScreen } from './neutral-screen.tsx';
import { TalkScreen } from './talk-screen.tsx';
import { useCaller } from './use-caller.ts';
import { useLongWait } from './use-moments.ts';

type ChatScreenProps = {
  headingRef: RefObject<HTMLHeadingElement | null>;
  chat: PersonChat;
  org: string;
  country: CountryChoice | null;
  /** They came to talk about somebody else: their first words stand in the box, and are theirs to change. */
  isForOther: boolean;
  onSomeoneElse: () => Promise<MoveOutcome>;
  onLeave: () => void;
};

/** Waiting, talking and over, or what stands in their place while nothing of the chat may be seen. */
export function ChatScreen(props: ChatScreenProps) {
  const { headingRef, chat, onLeave } = props;
  const { locale } = useHelpLanguage();
  const view = usePersonView(chat);
  const t = useTranslations('help.other');
  const lost = useTranslations('chat.moveOn');
  const [draft, setDraft] = useState(props.isForOther ? t('draft') : '');
  const [edits, setEdits] = useState<CardEdits>({});
  const { kind } = view.phase;
  const { erasure, cleared } = view;
  const caller = useCaller(kind === 'open', cleared || erasure !== null);
  const longWait = useLongWait(kind === 'opening' || kind === 'waiting');
  useEffect(() => chat.setPrefs({ language: locale }), [chat, locale]);
  const erased = useRef(false);
  useEffect(() => {
    erased.current = erasure !== null;
    // While it can be taken back the text waits here; afterwards it is deleted like the rest.
    if (cleared || (erasure && erasure.kind !== 'undo')) {
      setDraft('');
      setEdits({});
    }
  }, [erasure, cleared]);
  // This screen comes as a chunk: when it is there, and there again, reading begins at its heading.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another chat begins at its heading, too
  useEffect(() => {
    if (!cleared) headingRef.current?.focus({ preventScroll: true });
  }, [cleared, headingRef, chat]);
  // Another chat: what stands in the box goes along, what was left out of a card of the first one does not.
  const first = useRef(chat);
  useEffect(() => {
    if (first.current === chat) return;
    first.current = chat;
    setEdits({});
    setDraft((text) => text || lost('draft'));
  }, [chat, lost]);
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
  if (cleared) return <NeutralScreen headingRef={headingRef} onReadOn={chat.readOn} />;
  return (
    <TalkScreen
      {...props}
      key={chat.address().mailboxId}
      view={view}
      draft={draft}
      onDraft={setDraft}
      edits={edits}
      onEdits={setEdits}
      caller={caller}
      longWait={longWait}
      returned={erased.current}
    />
  );
}
