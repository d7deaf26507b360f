import { useRef } from 'react';

/**
 * Which of the names that were typed are taken. Each is asked about once; an answer about a name that is not
 * the last one any more says nothing.
 */
export function useTakenNames(isFree: ((name: string) => Promise<boolean>) | undefined) {
  const asked = useRef(new Set<string>());
  const taken = useRef(new Set<string>());
  const last = useRef('');
  return {
    has: (name: string): boolean => taken.current.has(name),
    /** @param onTaken called when the answer says so and no other name was typed since */
    look(name: string, onTaken: () => void): void {
      last.current = name;
      if (!isFree || asked.current.has(name)) {
        if (taken.current.has(name)) onTaken();
        return;
      }
      asked.current.add(name);
      void isFree(name).then((free) => {
        if (free) return;
        taken.current.add(name);
        if (last.current === name) onTaken();
      });
    },
  };
}
