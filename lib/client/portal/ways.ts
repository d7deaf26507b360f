import type { Socket } from 'socket.io-client';

/**
 * [Note: Where WebSocket is blocked] A school's or a company's network may refuse WebSocket, or swallow it.
 * A refusal makes socket.io try the other way in the same attempt. Of a swallowed one nothing is heard, so the
 * attempt that follows a failed one begins with the other way; from long polling it moves up by itself where
 * WebSocket works.
 */
export const ways = {
  transports: ['websocket', 'polling'],
  tryAllTransports: true,
  /** An attempt that takes longer has failed, in ms. */
  timeout: 4000,
};

/** After an attempt that failed the next begins with the other way. */
// biome-ignore lint/suspicious/noExplicitAny: whatever the events are
export function takeTurns(socket: Socket<any, any>): void {
  let order = ways.transports;
  socket.on('connect_error', () => {
    order = [...order].reverse();
    socket.io.opts.transports = order;
  });
}
