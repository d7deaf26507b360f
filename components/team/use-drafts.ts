import { useEffect, useState } from 'react';

type Draft = { text: string; tooLong: boolean };

const empty: Draft = { text: '', tooLong: false };

/**
 * One unsent text for each chat, in the memory of the screen: what was begun for one person must never
 * stand in the box of another. What was begun in a chat that is deleted is deleted with it.
 */
export function useDrafts(chatId: string | null, isGone: (chatId: string) => boolean) {
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  useEffect(() => {
    const kept = Object.entries(drafts).filter(([id]) => !isGone(id));
    if (kept.length < Object.keys(drafts).length) setDrafts(Object.fromEntries(kept));
  }, [drafts, isGone]);
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
