import { io, type Socket } from 'socket.io-client';
import type {
  HelpAnswers,
  HelpEmits,
  HelpEvent,
  HelpFacts,
  HelpRequests,
} from '#lib/protocol/help-events.ts';
import { clientParser } from '#lib/protocol/socket-parser.ts';
import type * as z from '#lib/protocol/zod.ts';
import { answerOf, unavailable } from './answer-of.ts';
import { withPlainBytes } from './plain-bytes.ts';
import { watchSocket } from './watch-socket.ts';
import { takeTurns, ways } from './ways.ts';

/** The only way from the page of a person who seeks help to the server; it carries sealed frames. */
export type HelpPortal = {
  /** Asks once. No answer in time, or no connection, is `unavailable`. Never throws. */
  request<E extends HelpEvent>(
    event: E,
    payload: z.input<HelpRequests[E]>,
  ): Promise<HelpAnswers[E]>;
  on<F extends keyof HelpFacts>(fact: F, listener: HelpFacts[F]): void;
  /** Called with every change: connected or not. */
  onConnection(listener: (connected: boolean) => void): void;
  /** A connection is wanted, and there is none right now. */
  isCutOff(): boolean;
  /** Called when nothing gets through although the connection stands, and when it does again. */
  onSilence(listener: (silent: boolean) => void): void;
  /** Ends it for good, at once. */
  close(): void;
};

type Asking<E extends HelpEvent> = {
  emitWithAck(event: E, payload: z.input<HelpRequests[E]>): Promise<HelpAnswers[E]>;
};

/** A server that has not answered by then is shown as gone; the same request goes again. */
const ANSWER_MS = 4500;
const RETRY_MS = 1000;

/**
 * Connects to namespace `/help` and keeps connecting until `close`. Nothing about the person stands in
 * the address; ids and tokens travel inside the events.
 * @param origin without a slash at the end; empty in a browser: the page's own
 */
export function openHelpPortal(origin = ''): HelpPortal {
  const socket: Socket<HelpFacts, HelpEmits> = io(`${origin}/help`, {
    ...ways,
    forceNew: true,
    parser: clientParser,
    reconnectionDelay: 300,
    reconnectionDelayMax: 2500,
  });
  takeTurns(socket);
  let again: ReturnType<typeof setTimeout> | undefined;
  let tellSilence = (_silent: boolean) => {};
  const watch = watchSocket(socket, (silent) => tellSilence(silent));
  return {
    async request(event, payload) {
      if (!socket.connected) return unavailable;
      const took = watch.asked();
      try {
        const asking = socket.timeout(ANSWER_MS) as unknown as Asking<typeof event>;
        const answer = answerOf(await asking.emitWithAck(event, payload));
        took(answer);
        return answer as HelpAnswers[typeof event];
      } catch {
        if (socket.connected) took(unavailable);
        return unavailable;
      }
    },
    on(fact, listener) {
      const plain = (value: unknown) =>
        (listener as (value: unknown) => void)(withPlainBytes(value));
      socket.on(fact, plain as never);
    },
    onConnection(listener) {
      socket.on('connect', () => listener(true));
      socket.on('disconnect', (reason) => {
        listener(false);
        // The server ended it, for instance while it stops: it does not reconnect by itself then.
        if (reason === 'io server disconnect') again = setTimeout(() => socket.connect(), RETRY_MS);
      });
      socket.on('connect_error', () => {
        listener(false);
        if (!socket.active) again = setTimeout(() => socket.connect(), RETRY_MS);
      });
    },
    isCutOff: () => socket.active && !socket.connected,
    onSilence(listener) {
      tellSilence = listener;
    },
    close() {
      clearTimeout(again);
      watch.stop();
      socket.removeAllListeners();
      socket.disconnect();
    },
  };
}
