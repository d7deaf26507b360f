'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Desk } from '#lib/client/desk/desk.ts';
import { useAttention } from '#lib/client/desk/use-attention.ts';
import { useDesk } from '#lib/client/desk/use-desk.ts';
import { pageStaff } from '#lib/client/team/page-staff.ts';
import type { TeamSession } from '#lib/client/team/team-session.ts';
import { useDuty, useShut } from '#lib/client/team/use-duty.ts';
import { useLooks } from '#lib/client/team/use-looks.ts';
import { useStaff } from '#lib/client/team/use-staff.ts';
import { DeskBar } from './desk-bar.tsx';
import { DeskScreen, type Pane } from './desk-screen.tsx';
import { LookLine } from './look-line.tsx';
import { OfficeLink } from './office-link.tsx';
import { useDeskNavigation } from './use-desk-navigation.ts';
import { useDrafts } from './use-drafts.ts';
import { useNarrow } from './use-narrow.ts';

const signalIntents = (session: TeamSession, desk: Desk) => ({
  terms: session.settings().signals ?? null,
  onMargin: desk.setMargin,
  onPropose: desk.propose,
  onDanger: desk.callSupervisor,
  onLook: desk.askLook,
});

/** A notification has words of its own, which say nothing of the chat. */
function useAlertWords(alerts: ReturnType<typeof useDesk>['alerts']): void {
  const t = useTranslations('team.desk.notification');
  const title = t('title');
  const body = t('body');
  useEffect(() => alerts.setWords({ title, body }), [alerts, title, body]);
}

function OpenDesk({ session }: { session: TeamSession }) {
  const { desk, alerts, view, choice } = useDesk(session);
  const [pane, setPane] = useState<Pane>('queue');
  const boxRef = useRef<HTMLTextAreaElement>(null);
  const waitingRef = useRef<HTMLUListElement>(null);
  const currentId = view.current?.mailboxId ?? null;
  const { chats } = view;
  const isGone = useCallback(
    (id: string) => chats.some(({ mailboxId, gone }) => gone && mailboxId === id),
    [chats],
  );
  const drafts = useDrafts(currentId, isGone);
  const { open, take } = useDeskNavigation({ desk, view, setPane, boxRef, waitingRef });

  const narrow = useNarrow();
  const onScreen = pane === 'chat' || !narrow;
  useAttention(useCallback((looking) => desk.attend(looking, onScreen), [desk, onScreen]));
  useAlertWords(alerts);

  const send = () => {
    const text = drafts.text.trim();
    if (text === '') return;
    if (desk.send(text)) drafts.clear();
    else drafts.refuse();
  };
  const { view: member } = session;
  const looks = useLooks(session);
  return (
    <DeskScreen
      view={view}
      shut={useShut(session, useDuty(session).duty)}
      pane={pane}
      onPane={setPane}
      waitingRef={waitingRef}
      bar={(help) => (
        <DeskBar
          member={{ name: member.displayName, organisation: session.settings().name }}
          choice={choice}
          help={help}
          office={<OfficeLink roles={member.roles} />}
          onSound={alerts.setSound}
          onNotify={(on) => void alerts.setNotify(on)}
          onLock={() => void pageStaff().lock()}
          onSignOut={() => void pageStaff().signOut()}
        />
      )}
      writing={{
        draft: drafts.text,
        tooLong: drafts.tooLong,
        boxRef,
        onDraft(text) {
          drafts.change(text);
          if (text !== '') desk.type();
        },
        onSend: send,
        onClear: desk.clearScreen,
        onEnd: desk.end,
      }}
      above={<LookLine {...looks} />}
      {...signalIntents(session, desk)}
      onTake={(mailboxId) => void take(mailboxId)}
      onOpen={open}
    />
  );
}

/** The desk of whoever has signed in here. */
export function DeskApp() {
  const staff = useStaff();
  return staff.kind === 'open' ? <OpenDesk session={staff.session} /> : null;
}
