import type { ClientTasks } from './clients-process.ts';
import type { House, Street } from './house.ts';
import type { Part, Plan } from './options.ts';
import type { Latency } from './paced.ts';
import type { BenchProcess } from './process.ts';
import type { Sizes } from './rows.ts';
import { measureSpeed, rounded, type Speed } from './speed.ts';
import { measureViews, type Views } from './views.ts';

/** Everything that is measured on one database; null for a part that was left out. */
export type Figures = {
  a: Speed | null;
  b: Speed | null;
  c: Speed | null;
  latency: (Latency & { openChats: number })[] | null;
  memory: { openChats: number; bytesPerChat: number }[] | null;
  archive: (Speed & { rows: number; databaseBytes: number })[] | null;
  days: (Sizes & { day: number })[] | null;
  views: Views | null;
};

export type Ground = {
  plan: Plan;
  street: Street;
  clients: BenchProcess<ClientTasks>;
  say(line: string): void;
};

/** A desk in use holds about so many chats. */
const chatsOfADesk = 20;
/** Both sides of every chat write once in so many seconds. */
const everySeconds = 5;

/** Measures every chosen part, each on a server with an empty database. */
export async function measureParts(ground: Ground): Promise<Figures> {
  const { plan } = ground;
  const speeds = await inHouse(ground, has(plan, 'a', 'b', 'c'), (house) => pairs(ground, house));
  const wanted = has(plan, 'latency', 'memory');
  const open = await inHouse(ground, wanted, (house) => openChats(ground, house));
  return {
    a: speeds?.a ?? null,
    b: speeds?.b ?? null,
    c: speeds?.c ?? null,
    latency: has(plan, 'latency') ? (open?.latency ?? null) : null,
    memory: has(plan, 'memory') ? (open?.memory ?? null) : null,
    archive: await inHouse(ground, has(plan, 'archive'), (house) => archive(ground, house)),
    days: await inHouse(ground, has(plan, 'days'), (house) => days(ground, house), true),
    views: await inHouse(ground, has(plan, 'views'), (house) => views(ground, house)),
  };
}

function has({ parts }: Plan, ...wanted: readonly Part[]): boolean {
  return wanted.some((part) => parts.has(part));
}

async function inHouse<T>(
  { street }: Ground,
  isWanted: boolean,
  measure: (house: House) => Promise<T>,
  erases = false,
): Promise<T | null> {
  if (!isWanted) return null;
  const house = await street.openHouse(erases);
  try {
    return await measure(house);
  } finally {
    await house.close();
  }
}

/** A desk for each pair, as the relay has two sockets for each. */
async function openPairs({ plan, clients }: Ground, house: House, name: string): Promise<void> {
  const desks = await house.process.ask('addDesks', plan.pairs);
  await clients.ask('openChats', { name, address: house.address, desks, count: plan.pairs });
}

async function pairs(ground: Ground, house: House): Promise<Pick<Figures, 'a' | 'b' | 'c'>> {
  const { plan, clients, say } = ground;
  const name = 'pairs';
  await openPairs(ground, house, name);
  const found: Pick<Figures, 'a' | 'b' | 'c'> = { a: null, b: null, c: null };
  for (const load of ['a', 'b', 'c'] as const) {
    if (!plan.parts.has(load)) continue;
    found[load] = await measureSpeed({ plan, clients, house, name }, load);
    say(`  ${load}: ${JSON.stringify(found[load])}`);
  }
  await clients.ask('closeChats', name);
  return found;
}

/** More and more chats on one server: memory right after opening, then how long messages take. */
async function openChats(ground: Ground, house: House) {
  const { plan, clients, say } = ground;
  const latency: (Latency & { openChats: number })[] = [];
  const memory: { openChats: number; bytesPerChat: number }[] = [];
  const names = ['warm'];
  // The first chats make the engine compile what all chats run, which is not theirs to pay.
  const open = async (name: string, count: number) => {
    const desks = await house.process.ask('addDesks', Math.ceil(count / chatsOfADesk));
    await clients.ask('openChats', { name, address: house.address, desks, count });
  };
  await open('warm', Math.ceil((plan.openChats[0] ?? 0) / 10));
  const size = { inFlight: 2, warmUpSeconds: 0, seconds: plan.seconds };
  await clients.ask('measure', { names, load: 'c', size });
  await clients.ask('closeChats', 'warm');
  names.length = 0;
  const before = await house.process.ask('residentBytes', undefined);
  let count = 0;
  for (const wanted of plan.openChats) {
    names.push(`up to ${wanted}`);
    await open(`up to ${wanted}`, wanted - count);
    count = wanted;
    const after = await house.process.ask('residentBytes', undefined);
    memory.push({ openChats: count, bytesPerChat: Math.round((after - before) / count) });
    say(`  memory: ${JSON.stringify(memory.at(-1))}`);
    if (!plan.parts.has('latency')) continue;
    const pace = { everySeconds, warmUpSeconds: plan.warmUpSeconds * 5, seconds: plan.seconds * 5 };
    const found = await clients.ask('pace', { names, pace });
    const { p50, p99, messages } = found;
    latency.push({ openChats: count, p50: rounded(p50, 1), p99: rounded(p99, 1), messages });
    say(`  latency: ${JSON.stringify(latency.at(-1))}`);
  }
  for (const name of names) await clients.ask('closeChats', name);
  return { latency, memory };
}

/** The whole life while the archive of older chats grows. */
async function archive(ground: Ground, house: House) {
  const { plan, clients, say } = ground;
  const name = 'archive';
  await openPairs(ground, house, name);
  const found: (Speed & { rows: number; databaseBytes: number })[] = [];
  let rows = 0;
  for (const wanted of plan.archiveRows) {
    if (wanted > rows) await house.process.ask('addArchive', wanted - rows);
    rows = wanted;
    const speed = await measureSpeed({ plan: { ...plan, rounds: 1 }, clients, house, name }, 'c');
    const { databaseBytes } = await house.process.ask('readSizes', undefined);
    found.push({ rows, databaseBytes, ...speed });
    say(`  archive: ${JSON.stringify(found.at(-1))}`);
  }
  await clients.ask('closeChats', name);
  return found;
}

/** No chat is open: what whoever comes to read costs. */
async function views({ plan, say }: Ground, house: House): Promise<Views> {
  const found = await measureViews(plan, house);
  say(`  views: ${JSON.stringify(found)}`);
  return found;
}

/** Day after day of use with the nightly sweep. Kept: every tenth day. */
async function days({ plan, say }: Ground, house: House) {
  const found: (Sizes & { day: number })[] = [];
  await house.process.ask('addDesks', 1);
  for (let day = 1; day <= plan.days; day += 1) {
    const sizes = await house.process.ask('liveADay', plan.chatsADay);
    if (day % 10 !== 0 && day !== plan.days) continue;
    found.push({ day, ...sizes });
    say(`  days: ${JSON.stringify(found.at(-1))}`);
  }
  return found;
}
