/** What the exit has to know of a running chat. */
export type OpenChat = {
  /** Tells the server that the person left, without waiting for an answer. */
  tellServer: () => void;
  closeSocket: () => void;
  /** Overwrites keys, drops messages, stops timers and workers. */
  forget: () => void;
};

let current: OpenChat | null = null;

/** The running chat announces itself, so that leaving never has to load any code. */
export function announceChat(chat: OpenChat): void {
  current = chat;
}

/** The chat is over: there is nothing left to take away. */
export function chatIsOver(): void {
  current = null;
}

export function openChat(): OpenChat | null {
  return current;
}
