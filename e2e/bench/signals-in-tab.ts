import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import {
  orderText,
  type PatternNews,
  type PatternOrder,
  readOrder,
} from '#lib/client/office/signals/pattern-messages.ts';
import { packRelease } from '#lib/signals/file/pack.ts';
import { riskOf } from '#lib/signals/risk/risk.ts';
import { seededNumbers, syntheticPool } from '#lib/signals/synthetic.ts';

// Runs in a supervisor's tab, before the page: it learns which worker the office counts with, and lets it count more.

const SIGNALS = 100_000;
const ROWS = 30_000;
const QUASI_IDENTIFIERS = 9;
const BYTES = 10 * 1024 * 1024;

const Real = self.Worker;
let ofOffice: ConstructorParameters<typeof Worker> | null = null;
/** What the office's own worker is given instead of its pool. */
let swapped: PatternOrder['pool'] | null = null;

const isOrder = (message: unknown): message is string =>
  typeof message === 'string' && message.startsWith('{"pool":');

self.Worker = class extends Real {
  readonly #made: ConstructorParameters<typeof Worker>;

  constructor(...made: ConstructorParameters<typeof Worker>) {
    super(...made);
    this.#made = made;
  }

  override postMessage(message: unknown): void {
    const order = isOrder(message) ? readOrder(message) : null;
    if (order) ofOffice = this.#made;
    super.postMessage(order && swapped ? orderText({ ...order, pool: swapped }) : message);
  }
};

const rounded = (ms: number): number => Math.round(ms);

/** The office's worker over a large pool, with the way there and back. */
async function release(pool: PatternOrder['pool']) {
  if (!ofOffice) throw new Error('the office has not counted yet');
  const worker = new Real(...ofOffice);
  const start = performance.now();
  const heard: number[] = [start];
  let progress = 0;
  const placed = await new Promise<number>((resolve, reject) => {
    worker.onerror = () => reject(new Error('the worker failed'));
    worker.onmessage = ({ data }: MessageEvent<PatternNews>) => {
      heard.push(performance.now());
      if (data.kind === 'progress') progress += 1;
      else resolve(data.release.ok ? data.release.figures.placed : 0);
    };
    worker.postMessage(orderText({ pool, rules: { k: 5 } }));
  });
  worker.terminate();
  const pauses = heard.slice(1).map((at, i) => at - (heard[i] ?? at));
  return {
    ...{ signals: SIGNALS, placed, ms: rounded(performance.now() - start) },
    ...{ progress, longestPauseMs: rounded(Math.max(...pauses)) },
  };
}

function someRows(): string[][] {
  const next = seededNumbers(2);
  const cell = () => `value ${Math.floor(next() * 6)}`;
  const row = () => Array.from({ length: QUASI_IDENTIFIERS }, cell);
  return Array.from({ length: ROWS }, row);
}

function risk(rows: string[][]) {
  const start = performance.now();
  const { records } = riskOf(rows);
  return { rows: records, columns: QUASI_IDENTIFIERS, ms: rounded(performance.now() - start) };
}

function someFile(): Uint8Array {
  const next = seededNumbers(3);
  const noise = Uint8Array.from({ length: 1 << 16 }, () => Math.floor(next() * 97));
  return new Uint8Array(BYTES).map((_, i) => noise[(i * 7) % noise.length] ?? 0);
}

async function pack(file: Uint8Array) {
  const key = await identityToRecipient(await generateX25519Identity());
  const start = performance.now();
  const packed = await packRelease({ 'signal.json': file }, '2026-10-20', [key]);
  return { bytes: BYTES, packed: packed.length, ms: rounded(performance.now() - start) };
}

/** Each run made ready: what it works on is there before it is measured. */
const ready = {
  release() {
    const pool = syntheticPool(SIGNALS, 1);
    return () => release(pool);
  },
  risk() {
    const rows = someRows();
    return () => risk(rows);
  },
  pack() {
    const file = someFile();
    return () => pack(file);
  },
};
let next: () => object = () => ({});
const prepare = (what: keyof typeof ready): void => {
  next = ready[what]();
};
const run = () => next();

/** What the office's screen shows of a count over many signals, frame by frame. */
const seen = { values: [] as number[], longestFrameMs: 0, frames: 0 };

/** From now on the office counts a large pool. @param cancels whether "Cancel" is pressed as soon as it is there */
function countMany(cancels: boolean): void {
  swapped = syntheticPool(SIGNALS, 1);
  Object.assign(seen, { values: [], longestFrameMs: 0, frames: 0 });
  let before = performance.now();
  const look = () => {
    const now = performance.now();
    const bar = document.querySelector('progress');
    if (bar) {
      seen.frames += 1;
      seen.longestFrameMs = Math.max(seen.longestFrameMs, rounded(now - before));
      const value = Math.round(bar.value * 100) / 100;
      if (seen.values.at(-1) !== value) seen.values.push(value);
      const button = bar.parentElement?.querySelector('button');
      if (cancels && button) return button.click();
    }
    before = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

Object.assign(self, { signalBench: { prepare, run, countMany, seen } });
