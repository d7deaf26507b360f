/** What the exit has to know of a running chat. */
export type OpenChat = {
  /**
   * Tells the server that the person left, without waiting for an answer.
   * @returns says the same again; it needs nothing of what `forget` takes away
   */
  tellServer: () => readonly (() => void)[];
  closeSocket: () => void;
  stopListening: () => void;
  /** Overwrites keys, drops messages, stops timers. */
  forget: () => void;
  /** The server is not to be reached, as far as the chat knows. */
  isCutOff: () => boolean;
};

/** More than one only while a person goes from a counsellor who is gone to somebody else. */
const running = new Set<OpenChat>();
let isLeft = false;

/** The page was left: what was still being loaded when it was may open nothing any more. */
export const isPageLeft = (): boolean => isLeft;

/**
 * A running chat announces itself, so that leaving never has to load any code.
 * @returns takes it back when the chat is over; false if it was taken away by then, and nothing is left of it
 */
export function announceChat(chat: OpenChat): () => boolean {
  running.add(chat);
  return () => running.delete(chat);
}

/** Hands the running chats over to whoever takes them away; a second exit finds none. */
export function takeOpenChats(): OpenChat[] {
  isLeft = true;
  const chats = [...running];
  running.clear();
  return chats;
}
