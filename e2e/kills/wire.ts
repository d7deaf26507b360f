import { connect, createServer, type Socket } from 'node:net';

/** How a connection dies. */
export type Cut =
  /** Reset in the middle of whatever is on its way. */
  | 'reset'
  /** What the client sent still arrives; no answer ever does, then the connection is reset. */
  | 'deaf'
  /** Nothing gets through in either direction for a while, then the connection is reset. */
  | 'hole';

export type Wire = {
  /** `http://127.0.0.1:PORT`, another address of the server behind it. */
  origin: string;
  /** Hurts every connection that runs through it now; later ones are whole. @param ms of silence */
  cut(how: Cut, ms: number): void;
  /** No network: nothing gets through any more, old or new, until it is back. */
  setDown(down: boolean): void;
  close(): Promise<void>;
};

type Pair = { client: Socket; server: Socket; up: 'pass' | 'part' | 'drop'; down: Pair['up'] };

function reset({ client, server }: Pair): void {
  client.resetAndDestroy();
  server.resetAndDestroy();
}

/** Carries bytes one way. `part`: a piece of the next bytes, then the end, in the middle of a frame. */
function carry(pair: Pair, from: Socket, to: Socket, way: 'up' | 'down'): void {
  from.on('data', (bytes: Buffer) => {
    if (pair[way] === 'drop') return;
    if (pair[way] === 'pass') return void to.write(bytes);
    // Nothing may follow a piece: a network loses the end of a stream, never its middle.
    pair.up = 'drop';
    pair.down = 'drop';
    to.write(bytes.subarray(0, Math.floor(Math.random() * bytes.length)));
    setImmediate(() => reset(pair));
  });
  from.on('error', () => undefined);
  from.on('close', () => to.destroy());
}

/** How long a connection that is to be cut in the middle of a frame may wait for one, in ms. */
const PART_MS = 250;

function hurt(pair: Pair, how: Cut, ms: number): void {
  if (how === 'reset') {
    pair.up = 'part';
    pair.down = 'part';
    setTimeout(() => reset(pair), PART_MS);
    return;
  }
  if (how === 'hole') pair.up = 'drop';
  pair.down = 'drop';
  setTimeout(() => reset(pair), ms);
}

/** A wire between clients and a server that can be cut, as a bad network would. */
export async function openWire(serverPort: number): Promise<Wire> {
  const pairs = new Set<Pair>();
  let isDown = false;
  const door = createServer((client) => {
    if (isDown) return void client.destroy();
    const server = connect(serverPort, '127.0.0.1');
    const pair: Pair = { client, server, up: 'pass', down: 'pass' };
    pairs.add(pair);
    client.on('close', () => pairs.delete(pair));
    carry(pair, client, server, 'up');
    carry(pair, server, client, 'down');
  });
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done));
  const address = door.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    cut(how, ms) {
      for (const pair of pairs) hurt(pair, how, ms);
    },
    setDown(down) {
      isDown = down;
      // Cut without a word, as a phone in a tunnel; whoever waits for it notices by themselves.
      for (const pair of pairs) {
        if (down) Object.assign(pair, { up: 'drop', down: 'drop' });
        else reset(pair);
      }
    },
    async close() {
      for (const pair of pairs) reset(pair);
      await new Promise((done) => door.close(done));
    },
  };
}
