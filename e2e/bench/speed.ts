import type { ClientTasks, Load } from './clients-process.ts';
import type { House } from './house.ts';
import type { Plan } from './options.ts';
import { percentile } from './paced.ts';
import type { BenchProcess } from './process.ts';

/** Medians over the rounds; the ratio is taken in each round, of neighbours in time. */
export type Speed = {
  perSecond: number;
  relayPerSecond: number;
  ratio: number;
  /** Processor time of the server's process for one message, microseconds. */
  serverMicroseconds: number;
};

const median = (values: readonly number[]): number => percentile(values, 0.5);
export const rounded = (value: number, digits = 0): number => Number(value.toFixed(digits));

type Place = { plan: Plan; clients: BenchProcess<ClientTasks>; house: House; name: string };

/** Rounds of the relay and of the server by turns, so that noise of the machine hits both. */
export async function measureSpeed(place: Place, load: Load): Promise<Speed> {
  const { plan, clients, house, name } = place;
  const size = { inFlight: 8, warmUpSeconds: plan.warmUpSeconds, seconds: plan.seconds };
  const rounds: Speed[] = [];
  for (let round = 0; round < plan.rounds; round += 1) {
    const relay = await clients.ask('measureRelay', size);
    const before = await house.process.ask('processorTime', undefined);
    const ours = await clients.ask('measure', { names: [name], load, size });
    const spent = (await house.process.ask('processorTime', undefined)) - before;
    const perSecond = ours.done / ours.seconds;
    const relayPerSecond = relay.done / relay.seconds;
    const all = ours.done * (1 + size.warmUpSeconds / size.seconds);
    const ratio = perSecond / relayPerSecond;
    rounds.push({ perSecond, relayPerSecond, ratio, serverMicroseconds: spent / all });
  }
  const of = (key: keyof Speed, digits = 0) =>
    rounded(median(rounds.map((round) => round[key])), digits);
  return {
    perSecond: of('perSecond'),
    relayPerSecond: of('relayPerSecond'),
    ratio: of('ratio', 4),
    serverMicroseconds: of('serverMicroseconds'),
  };
}
