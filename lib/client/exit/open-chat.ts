/** What the exit has to know of a running chat. */
export type OpenChat = {
  /** Tells the server that the person left, without waiting for an answer. */
  tellServer: () => void;
  closeSocket: () => void;
  stopListening: () => void;
  /** Overwrites keys, drops messages, stops timers. */
  forget: () => void;
  /** The server is not to be reached, as far as the chat knows. */
  isCutOff: () => boolean;
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

/** Hands the running chat over to whoever takes it away; a second exit finds none. */
export function takeOpenChat(): OpenChat | null {
  const chat = current;
  current = null;
  return chat;
}
