import type { Server } from 'socket.io';
import type { ServerDeps } from './deps.ts';
import type { Route } from './http/route.ts';

/** What a noun of this folder brings to the server. */
export type Feature = {
  routes: readonly Route[];
  /**
   * Adds its handlers to the namespaces `/help` and `/team`, and starts its clocks.
   * @returns what stops them; called once, before the database is closed.
   */
  register?(io: Server, deps: ServerDeps): () => Promise<void>;
  /** Lines for the operator, printed once everything answers: for instance a set-up link. */
  announce?(deps: ServerDeps, address: string): Promise<readonly string[]>;
};

/** Every noun, in the order in which they start. Adding one means adding it here. */
export const features: readonly Feature[] = [];
