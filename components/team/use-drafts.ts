import { useState } from 'react';

type Draft = { text: string; tooLong: boolean };

const empty: Draft = { text: '', tooLong: false };

/**
 * One unsent text for each chat, in the memory of the screen: what was begun for one person must never
 * stand in the box of another.
 */
export function useDrafts(chatId: string | null) {
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const key = chatId ?? '';
  const current = drafts[key] ?? empty;
  const put = (draft: Draft) => setDrafts((all) => ({ ...all, [key]: draft }));
  return {
    ...current,
    change: (text: string) => put({ text, tooLong: false }),
    clear: () => put(empty),
    refuse: () => put({ text: current.text, tooLong: true }),
  };
}
