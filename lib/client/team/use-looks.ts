import { useEffect, useState } from 'react';
import type { LookId } from '#lib/protocol/ids.ts';
import type { TeamSession } from './team-session.ts';

export type AskedLook = { lookId: LookId; name: string };

export type Looks = {
  asked: readonly AskedLook[];
  /** The server did not answer; the question stands still. */
  failed: boolean;
  /** They talked, and it may be proposed. */
  onConfirm: (look: AskedLook) => void;
  /** Not by this member. The colleague's question stands for the others. */
  onDismiss: (look: AskedLook) => void;
};

/** Colleagues who ask for a second look, on every screen of the others until one of them answered. */
export function useLooks(session: TeamSession): Looks {
  const [asked, setAsked] = useState<readonly AskedLook[]>([]);
  const [failed, setFailed] = useState(false);
  const without = (lookId: LookId) =>
    setAsked((before) => before.filter((one) => one.lookId !== lookId));
  useEffect(() => {
    const stops = [
      session.portal.on('look:asked', ({ lookId, displayName }) => {
        setAsked((before) => [
          ...before.filter((one) => one.lookId !== lookId),
          { lookId, name: displayName },
        ]);
      }),
      session.portal.on('look:confirmed', ({ lookId }) =>
        setAsked((before) => before.filter((one) => one.lookId !== lookId)),
      ),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session]);
  const confirm = async ({ lookId }: AskedLook) => {
    const { ok } = await session.portal.request('look:confirm', { lookId });
    setFailed(!ok);
    if (ok) without(lookId);
  };
  return {
    asked,
    failed,
    onConfirm: (look) => void confirm(look),
    onDismiss: ({ lookId }) => without(lookId),
  };
}
