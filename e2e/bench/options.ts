import { parseArgs } from 'node:util';

export const parts = ['a', 'b', 'c', 'latency', 'memory', 'archive', 'days', 'views'] as const;
export type Part = (typeof parts)[number];
export const databases = ['postgres', 'embedded'] as const;
export type DatabaseName = (typeof databases)[number];

/** How much is measured; the smallest says only that everything runs. */
export type Plan = {
  parts: ReadonlySet<Part>;
  databases: ReadonlySet<DatabaseName>;
  pairs: number;
  rounds: number;
  warmUpSeconds: number;
  seconds: number;
  /** Open chats at which latency is measured; memory is measured at the first. */
  openChats: readonly number[];
  archiveRows: readonly number[];
  /** Days that are lived through, and chats on each. */
  days: number;
  chatsADay: number;
};

type Size = Omit<Plan, 'parts' | 'databases'>;

const full: Size = {
  pairs: 100,
  rounds: 3,
  warmUpSeconds: 1,
  seconds: 4,
  openChats: [500, 2000],
  archiveRows: [0, 10_000, 100_000],
  days: 60,
  chatsADay: 50,
};
const quick: Size = { ...full, rounds: 1, archiveRows: [0, 10_000], days: 40 };
const smoke: Size = {
  pairs: 2,
  rounds: 1,
  warmUpSeconds: 0.1,
  seconds: 0.3,
  openChats: [2, 4],
  archiveRows: [0, 40],
  days: 2,
  chatsADay: 2,
};

export type PlanResult = { ok: true; plan: Plan } | { ok: false; problem: string };

const usage = `Usage: npm run bench -- [--only a,b] [--database postgres] [--quick | --smoke]
  --only      parts of ${parts.join(',')}; all of them when left out
  --database  ${databases.join(',')}; both when left out
  --quick     one round, shorter; --smoke says only that it runs`;

/** Reads the command line. */
export function readPlan(args: readonly string[]): PlanResult {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', default: parts.join(',') },
        database: { type: 'string', default: databases.join(',') },
        quick: { type: 'boolean', default: false },
        smoke: { type: 'boolean', default: false },
      },
    });
    const size = values.smoke ? smoke : values.quick ? quick : full;
    const chosen = namesAmong(parts, values.only);
    const places = namesAmong(databases, values.database);
    if (chosen === null || places === null) return { ok: false, problem: usage };
    return { ok: true, plan: { ...size, parts: chosen, databases: places } };
  } catch (error) {
    return { ok: false, problem: `${error instanceof Error ? error.message : error}\n${usage}` };
  }
}

function namesAmong<T extends string>(known: readonly T[], list: string): ReadonlySet<T> | null {
  const names = list.split(',');
  const found = known.filter((name) => names.includes(name));
  return found.length === names.length ? new Set(found) : null;
}
