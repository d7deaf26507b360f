import { randomUUID } from 'node:crypto';
import type { Socket } from 'socket.io-client';
import { newFrame } from './bodies.ts';
import { ask, askedAgain, type Chats, connect, forEachOf, openChats } from './chats.ts';
import { deskWrites, type LivingChat, listenTo, personWrites, wholeLife } from './lives.ts';
import { type Pace, runPaced } from './paced.ts';
import { serveTasks } from './process.ts';
import { runWindow, type WindowResult, type WindowSize } from './window.ts';

// All clients, in one process: the same for the relay and for the server.

export type Load = 'a' | 'b' | 'c';

const loads: Record<Load, (chat: LivingChat) => Promise<void>> = {
  a: personWrites,
  b: deskWrites,
  c: wholeLife,
};

type RelayPair = { person: Socket; desk: Socket; arrivals: Map<string, () => void> };

const opened = new Map<string, Chats & { living: LivingChat[] }>();
const relayPairs: RelayPair[] = [];

function chatsOf(name: string): LivingChat[] {
  return opened.get(name)?.living ?? [];
}

/** What arrived that nobody waited for: something was delivered twice, or to somebody else. */
function strangeIn(chats: readonly LivingChat[]): number {
  return chats.reduce(
    (sum, { atDesk, atPerson }) => sum + atDesk.strange() + atPerson.strange(),
    0,
  );
}

function refuseStrange(chats: readonly LivingChat[]): void {
  const strange = strangeIn(chats);
  if (strange > 0) throw new Error(`${strange} frames arrived twice or at the wrong place`);
}

async function relay({ person, arrivals }: RelayPair): Promise<void> {
  const frame = newFrame();
  const arrived = new Promise<void>((resolve) => arrivals.set(frame.frameId, resolve));
  await ask(person, 'frame', frame);
  await arrived;
}

const tasks = {
  async openRelayPairs({ address, count }: { address: string; count: number }): Promise<void> {
    await forEachOf(count, async () => {
      const auth = { pair: randomUUID() };
      const [person, desk] = [await connect(address, { auth }), await connect(address, { auth })];
      const arrivals: RelayPair['arrivals'] = new Map();
      desk.on('frame', ({ frameId }: { frameId: string }) => {
        arrivals.get(frameId)?.();
        arrivals.delete(frameId);
      });
      relayPairs.push({ person, desk, arrivals });
    });
  },
  async openChats(request: { name: string; address: string; desks: string[]; count: number }) {
    const { name, address, desks, count } = request;
    const chats = await openChats(address, desks, count);
    opened.set(name, { ...chats, living: listenTo(chats.chats) });
  },
  closeChats(name: string): void {
    opened.get(name)?.close();
    opened.delete(name);
  },
  askedAgain,
  measureRelay: (size: WindowSize): Promise<WindowResult> => runWindow(relayPairs, size, relay),
  async measure({ names, load, size }: { names: string[]; load: Load; size: WindowSize }) {
    const chats = names.flatMap(chatsOf);
    const result = await runWindow(chats, size, loads[load]);
    refuseStrange(chats);
    return result;
  },
  async pace({ names, pace }: { names: string[]; pace: Pace }) {
    const chats = names.flatMap(chatsOf);
    const latency = await runPaced(chats, pace);
    refuseStrange(chats);
    return latency;
  },
};
export type ClientTasks = typeof tasks;

serveTasks(tasks);
