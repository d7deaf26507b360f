import type { BareTasks } from './bare-process.ts';
import type { House } from './house.ts';
import type { Plan } from './options.ts';
import { percentile } from './paced.ts';
import { startProcess } from './process.ts';
import type { ViewTasks } from './views-process.ts';

/** Views of the start page a second: medians over the rounds, the ratio of neighbours in time. */
export type Views = { perSecond: number; barePerSecond: number; ratio: number; bytes: number };

const path = '/nl';
const connections = 32;

/** The page out of our memory with all its headers, beside a bare server that sends the same bytes. */
export async function measureViews(plan: Plan, house: House): Promise<Views> {
  const bare = startProcess<BareTasks>('./bare-process.ts');
  const visitors = startProcess<ViewTasks>('./views-process.ts');
  try {
    const bytes = await visitors.ask('fetchBytes', { address: house.address, path });
    const anchor = await bare.ask('answerWith', bytes);
    const visit = async (address: string) => {
      const about = { address, path, connections };
      await visitors.ask('visit', { ...about, seconds: plan.warmUpSeconds });
      return visitors.ask('visit', { ...about, seconds: plan.seconds });
    };
    const rounds: { ours: number; theirs: number }[] = [];
    for (let round = 0; round < plan.rounds; round += 1) {
      const theirs = await visit(anchor);
      rounds.push({ theirs, ours: await visit(house.address) });
    }
    const median = (of: (round: { ours: number; theirs: number }) => number) =>
      percentile(rounds.map(of), 0.5);
    return {
      perSecond: Math.round(median(({ ours }) => ours)),
      barePerSecond: Math.round(median(({ theirs }) => theirs)),
      ratio: Number(median(({ ours, theirs }) => ours / theirs).toFixed(3)),
      bytes: bytes.byteLength,
    };
  } finally {
    await Promise.all([bare.end(), visitors.end()]);
  }
}
