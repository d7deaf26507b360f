import { useEffect, useRef, useState } from 'react';
import { type CallWay, createCaller } from '#lib/client/person/caller.ts';

/** Calls once, when somebody answers, in the way the person chose. */
export function useCaller(answered: boolean) {
  const [way, setWay] = useState<CallWay>('off');
  const [caller] = useState(createCaller);
  const before = useRef(answered);
  useEffect(() => {
    if (answered && !before.current) caller.call();
    before.current = answered;
  }, [answered, caller]);
  useEffect(() => () => caller.stop(), [caller]);
  return {
    way,
    choose(next: CallWay) {
      caller.choose(next);
      setWay(next);
    },
  };
}
