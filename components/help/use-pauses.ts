import { useEffect, useState } from 'react';
import type { PersonView } from '#lib/client/person/view.ts';
import { tickOf } from '#lib/client/ticks/ticks.ts';

/** Somebody who reads an answer and thinks is not silent yet. */
const SILENT_MS = 5 * 60_000;
/** A pause of the counsellor that is worth a sentence. */
const THINKING_MS = 30_000;
/** After that nobody can say any more that the counsellor thinks about it. */
const FORGOTTEN_MS = 10 * 60_000;
/** A page that lost its line keeps its chat for so long, so nothing ends it before. See the person's README. */
const KEPT_MS = 24 * 3_600_000;

const lastMessage = ({ entries }: PersonView) =>
  entries.findLast((entry) => entry.kind === 'message');

/**
 * When it is the person's turn and nothing came of them for five minutes, by their own clock.
 * @param draft what stands in the box: whoever types is there
 * @returns until when the chat does not end by itself, in ms since 1970; null while nothing is to be said
 */
export function useSilence(view: PersonView, draft: string): number | null {
  const [until, setUntil] = useState<number | null>(null);
  const last = lastMessage(view);
  const turn = view.phase.kind === 'open' && last?.from === 'them' ? last.id : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed begins the time anew
  useEffect(() => {
    setUntil(null);
    if (turn === null) return;
    const timer = setTimeout(() => setUntil(Date.now() + KEPT_MS), SILENT_MS);
    return () => clearTimeout(timer);
  }, [turn, draft]);
  return until;
}

/**
 * Whether the counsellor has the person's last words before them, and pauses: they were read on a visible
 * screen, or an answer was begun. Said for nobody of whom we only know that they are connected.
 */
export function useThinking(view: PersonView): boolean {
  const [thinking, setThinking] = useState(false);
  const [begunAfter, setBegun] = useState<string | null>(null);
  const last = lastMessage(view);
  const own = view.phase.kind === 'open' && last?.from === 'us' ? last : null;
  const id = own?.id ?? null;
  const { counsellorTyping } = view;
  useEffect(() => {
    if (counsellorTyping && id !== null) setBegun(id);
  }, [counsellorTyping, id]);
  const knows = own !== null && (tickOf(own.seq, view.marks) === 'read' || begunAfter === own.id);
  const pauses = knows && view.counsellorPresent && !counsellorTyping;
  useEffect(() => {
    setThinking(false);
    if (!pauses || id === null) return;
    const begin = setTimeout(() => setThinking(true), THINKING_MS);
    const end = setTimeout(() => setThinking(false), FORGOTTEN_MS);
    return () => {
      clearTimeout(begin);
      clearTimeout(end);
    };
  }, [pauses, id]);
  return thinking;
}
