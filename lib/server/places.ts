import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';
import type { ServerDeps } from './deps.ts';
import type { ServerEnv } from './env.ts';
import { perServer } from './per-server.ts';

/**
 * [Note: Places] A shelter, a school, a whole mobile network may share one address, so one place may hold
 * a tenth of all connections, and no attempt of anybody is counted by it. Of an address nothing is kept
 * but a keyed hash, in memory, while a connection from it is open; the key is drawn at the start, replaced
 * every hour, and known to nobody. This machine itself is no place: an onion service and a reverse proxy
 * that names nobody come from there, for everyone.
 */
export type Places = {
  isFull(address: string | null): boolean;
  /** Counts a connection. @returns what ends it */
  enter(address: string | null): () => void;
};

export const perPlace = 500;
const keyMilliseconds = 3_600_000;

export function createPlaces(most: number, now: () => number): Places {
  let key = randomBytes(32);
  let since = now();
  let counts = new Map<string, number>();

  function nameOf(address: string | null): string | null {
    const place = address === null ? null : placeOf(address);
    if (place === null) return null;
    if (now() - since > keyMilliseconds) {
      // Who is here now leaves the old counts; nobody can tell any more who they were.
      key = randomBytes(32);
      since = now();
      counts = new Map();
    }
    return createHmac('sha256', key).update(place).digest('base64').slice(0, 16);
  }

  return {
    isFull(address) {
      const name = nameOf(address);
      return name !== null && (counts.get(name) ?? 0) >= most;
    },
    enter(address) {
      const name = nameOf(address);
      if (name === null) return () => undefined;
      const mine = counts;
      mine.set(name, (mine.get(name) ?? 0) + 1);
      return () => {
        const left = (mine.get(name) ?? 0) - 1;
        if (left > 0) mine.set(name, left);
        else mine.delete(name);
      };
    },
  };
}

/** An IPv4 address, or the network of an IPv6 one (its first 64 bits); null for this machine. */
export function placeOf(address: string): string | null {
  const plain = address.trim().replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return plain.startsWith('127.') ? null : plain;
  if (!isIPv6(plain) || plain === '::1') return null;
  const [head = '', tail = ''] = plain.split('%')[0]?.split('::') ?? [];
  const front = head === '' ? [] : head.split(':');
  const back = tail === '' ? [] : tail.split(':');
  const middle = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  const parts = plain.includes('::') ? [...front, ...middle, ...back] : front;
  return parts
    .slice(0, 4)
    .map((part) => part.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':');
}

/**
 * Where a request comes from. Of `X-Forwarded-For` only the last address is believed, the one that our own
 * proxy added, and only if the operator says that there is one.
 */
export function addressOf(request: IncomingMessage, env: ServerEnv): string | null {
  if (!env.trustProxy) return request.socket.remoteAddress ?? null;
  const forwarded = request.headers['x-forwarded-for'];
  const list = Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '');
  return list.split(',').at(-1)?.trim() || null;
}

/** Ends a connection from a place that holds its share already. Behind a proxy that is the proxy's work. */
export function limitConnections(server: Server, { env, counters, now }: ServerDeps): void {
  if (env.trustProxy) return;
  const places = createPlaces(perPlace, now);
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? null;
    if (places.isFull(address)) {
      counters.add('connection_refused');
      socket.destroy();
      return;
    }
    socket.once('close', places.enter(address));
  });
}

/** The places that hold a socket of socket.io, also one that polls and has no connection right now. */
export const socketPlacesOf = perServer((deps) => createPlaces(perPlace, deps.now));
