import { useEffect, useRef, useState } from 'react';
import { type CallWay, createCaller } from '#lib/client/person/caller.ts';

/**
 * Calls once, when somebody answers, in the way the person chose.
 * @param covered nothing of the chat may be noticed now: somebody may be standing there
 */
export function useCaller(answered: boolean, covered: boolean) {
  const [way, setWay] = useState<CallWay>('off');
  const [caller] = useState(createCaller);
  const before = useRef(answered);
  useEffect(() => {
    if (answered && !before.current && !covered) caller.call();
    before.current = answered;
  }, [answered, covered, caller]);
  useEffect(() => () => caller.stop(), [caller]);
  return {
    way,
    choose(next: CallWay) {
      caller.choose(next);
      setWay(next);
    },
  };
}
