import type { ReactNode } from 'react';

/** How far an own message came. `waiting`: not stored yet; `failed`: it never will be. */
export type MessageTick = 'waiting' | 'sent' | 'delivered' | 'read' | 'failed';

/** One line of a conversation, ready to show. `id` stays the same for the same line. */
export type LogEntry =
  | {
      kind: 'message';
      id: string;
      from: 'us' | 'them';
      text: string;
      /** Whole minutes since 1970; 0 when the sender gave no time. */
      minute: number;
      /** Null for messages of the other side. */
      tick: MessageTick | null;
    }
  /** `isStrong`: whoever looks again after a while must see it at once. */
  | { kind: 'notice'; id: string; text: string; isStrong?: boolean }
  /** Something to read and answer that arrived here. */
  | { kind: 'card'; id: string; node: ReactNode };

/** Words of a conversation, in the language of whoever reads it. */
export type LogWords = {
  /** Accessible name of the log. */
  label: string;
  /** Who speaks, before each message, for who cannot see the two sides. */
  us: string;
  them: string;
  ticks: Record<MessageTick, string>;
  /** Around an address in a message: where it goes, open it, leave it. */
  link: { goes: (host: string) => string; open: string; stay: string };
  /** Something came that is not in sight. */
  newBelow: string;
};
