import { io, type Socket } from 'socket.io-client';
import { clientParser } from '#lib/protocol/socket-parser.ts';
import type {
  TeamAnswers,
  TeamEmits,
  TeamEvent,
  TeamFacts,
  TeamRequests,
} from '#lib/protocol/team-events.ts';
import type * as z from '#lib/protocol/zod.ts';
import { answerOf, unavailable } from './answer-of.ts';
import type { Http } from './http.ts';
import { withPlainBytes } from './plain-bytes.ts';
import { watchSocket } from './watch-socket.ts';
import { takeTurns, ways } from './ways.ts';

/** `signed_out`: the session ended; reconnecting would be refused again. */
export type TeamConnection = 'connecting' | 'connected' | 'lost' | 'signed_out' | 'closed';

/** The only way from a member's browser to the server. What it sends is sealed or public already. */
export type TeamPortal = {
  /** Asks once. No answer in time, or no connection, is `unavailable`. Never throws. */
  request<E extends TeamEvent>(
    event: E,
    payload: z.input<TeamRequests[E]>,
  ): Promise<TeamAnswers[E]>;
  /** Listens to facts. @returns what stops listening */
  on<F extends keyof TeamFacts>(fact: F, listener: TeamFacts[F]): () => void;
  connection(): TeamConnection;
  /** Called after each change of `connection()`. @returns what stops listening */
  onConnection(listener: (connection: TeamConnection) => void): () => void;
  /** Ends it for good. */
  close(): void;
};

/** socket.io's own types cannot follow a generic event name; `request` does. */
type Asking<E extends TeamEvent> = {
  emitWithAck(event: E, payload: z.input<TeamRequests[E]>): Promise<TeamAnswers[E]>;
};

type TeamSocket = Socket<TeamFacts, TeamEmits>;

/** A request that takes longer than this is a lost one; sending it again is the caller's choice. */
const ANSWER_MS = 10_000;
const RETRY_MS = 3000;

/**
 * Connects to namespace `/team`. Reconnects by itself until `close`, or until the server says that
 * the session is over.
 */
export function openTeamPortal(http: Http): TeamPortal {
  const cookie = http.cookies();
  const socket: TeamSocket = io(`${http.origin}/team`, {
    ...ways,
    forceNew: true,
    parser: clientParser,
    reconnectionDelay: 500,
    reconnectionDelayMax: 3000,
    ...(cookie === null ? {} : { extraHeaders: { cookie, origin: http.origin } }),
  });
  takeTurns(socket);
  const { asked, ...state } = watch(socket);
  return {
    ...state,
    async request<E extends TeamEvent>(event: E, payload: z.input<TeamRequests[E]>) {
      const answered = (answer: unknown) => answer as TeamAnswers[E];
      if (!socket.connected) return answered(unavailable);
      const took = asked();
      try {
        const asking = socket.timeout(ANSWER_MS) as unknown as Asking<E>;
        const answer = answerOf(await asking.emitWithAck(event, payload));
        took(answer);
        return answered(answer);
      } catch {
        if (socket.connected) took(unavailable);
        return answered(unavailable);
      }
    },
    on(fact, listener) {
      const plain = (value: unknown) =>
        (listener as (value: unknown) => void)(withPlainBytes(value));
      socket.on(fact, plain as never);
      return () => socket.off(fact, plain as never);
    },
  };
}

function watch(socket: TeamSocket) {
  const listeners = new Set<(connection: TeamConnection) => void>();
  let now: TeamConnection = 'connecting';
  let again: ReturnType<typeof setTimeout> | undefined;
  const become = (next: TeamConnection) => {
    if (now === next || now === 'closed') return;
    now = next;
    for (const listener of listeners) listener(next);
  };
  const line = watchSocket(socket, (silent) => become(silent ? 'lost' : 'connected'));
  socket.on('connect', () => become('connected'));
  socket.on('disconnect', (reason) => {
    become('lost');
    // Ended by the server: whether the session is over shows when we knock again.
    if (reason === 'io server disconnect') socket.connect();
  });
  socket.on('connect_error', (error) => {
    if (socket.active) return become(now === 'connecting' ? 'connecting' : 'lost');
    // Refused at the door. socket.io does not try again by itself after that.
    if (error.message === 'signed_out' || error.message === 'not_allowed')
      return become('signed_out');
    become('lost');
    again = setTimeout(() => socket.connect(), RETRY_MS);
  });
  const { asked } = line;
  return {
    asked,
    connection: () => now,
    onConnection(listener: (connection: TeamConnection) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      become('closed');
      line.stop();
      clearTimeout(again);
      listeners.clear();
      socket.removeAllListeners();
      socket.disconnect();
    },
  };
}
