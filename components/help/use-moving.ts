import { useEffect, useState } from 'react';
import type { MoveOutcome } from '#lib/client/person/move-on.ts';
import type { Moving } from './chat-sentences.ts';

/** Going on with somebody else: asked once at a time, and what came of it is forgotten once it no longer matters. */
export function useMoving(mayMoveOn: boolean, moveOn: () => Promise<MoveOutcome>) {
  const [moving, setMoving] = useState<Moving>('no');
  useEffect(() => {
    if (!mayMoveOn) setMoving('no');
  }, [mayMoveOn]);
  return {
    moving,
    async onSomeoneElse() {
      if (moving === 'starting') return;
      setMoving('starting');
      const outcome = await moveOn();
      setMoving(outcome === 'accepted' || outcome === 'dropped' ? 'no' : outcome);
    },
  };
}
