import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, it } from 'vitest';
import { packRelease } from '../file/pack.ts';
import { seededBytes } from '../file/test-release.ts';
import { wholePatternRelease } from '../release/pattern.ts';
import { riskOf } from '../risk/risk.ts';
import { seededNumbers, syntheticPool } from '../synthetic.ts';

// Prints how long it takes, and asserts only what comes out: a busy machine is no fault of ours.

async function timed<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const [start, busy] = [performance.now(), process.cpuUsage()];
  const made = await work();
  const { user, system } = process.cpuUsage(busy);
  const cpu = Math.round((user + system) / 1000);
  console.log(`${what}: ${Math.round(performance.now() - start)} ms, ${cpu} ms of the processor`);
  return made;
}

it('a pattern release over 100,000 signals', { timeout: 120_000 }, async () => {
  const pool = syntheticPool(100_000, 1);
  const release = await timed('pattern release, 100,000 signals', () =>
    wholePatternRelease(pool, { k: 5 }),
  );
  expect(release.ok && release.figures.placed).toBeGreaterThan(90_000);
});

it('the risk of 30,000 rows with nine quasi-identifiers', { timeout: 120_000 }, async () => {
  const next = seededNumbers(2);
  const cell = () => `value ${Math.floor(next() * 6)}`;
  const rows = Array.from({ length: 30_000 }, () => Array.from({ length: 9 }, cell));
  const figures = await timed('risk, 30,000 rows, nine columns', () => riskOf(rows));
  expect(figures.records).toBe(30_000);
});

it('packing and encrypting 10 MB', { timeout: 120_000 }, async () => {
  const key = await identityToRecipient(await generateX25519Identity());
  const noise = seededBytes(3)(1 << 16);
  const big = new Uint8Array(10 * 1024 * 1024).map(
    (_, i) => (noise[(i * 7) % noise.length] ?? 0) % 97,
  );
  const file = await timed('zip and age, 10 MB', () =>
    packRelease({ 'signal.json': big }, '2026-10-20', [key]),
  );
  expect(file.length).toBeGreaterThan(1000);
});
