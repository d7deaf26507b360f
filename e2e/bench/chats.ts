import { io, type Socket } from 'socket.io-client';
import { clientParser } from '#lib/protocol/socket-parser.ts';
import { newPerson, newTake } from '#lib/server/realtime/test-people.ts';

/** One chat as its two ends see it. */
export type Chat = {
  mailboxId: string;
  person: Socket;
  desk: Socket;
  /** Number of the last checkpoint, and of the next archive record. */
  n: number;
  i: number;
};

export type Chats = { chats: Chat[]; close(): void };

type Answer = { ok: boolean; code?: string };

/** As long as a desk waits before it asks again, in ms. */
const pause = 1500;
/** A server that says `unavailable` for half a minute is not slow but broken. */
const mostTimes = 20;
let again = 0;

/** How often something was asked again, because a server that stalls says `unavailable` after three seconds. */
export const askedAgain = (): number => again;

const answerTo = (socket: Socket, event: string, request: object): Promise<Answer> =>
  new Promise((resolve) => socket.emit(event, request, resolve));

/**
 * Sends and waits for the answer; as real clients do, the same bytes again after `unavailable`.
 * @throws when it is a refusal: then the figures would mean nothing
 */
export async function ask(socket: Socket, event: string, request: object): Promise<Answer> {
  for (let times = 0; ; times += 1) {
    const answer = await answerTo(socket, event, request);
    // What was too late to be answered was done all the same, and its checkpoint is the stored one.
    if (answer.ok || (times > 0 && answer.code === 'stale')) return answer;
    if (answer.code !== 'unavailable' || times === mostTimes)
      throw new Error(`${event} was answered ${answer.code}`);
    again += 1;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** A connected socket of its own, over WebSocket. */
export async function connect(address: string, options: object): Promise<Socket> {
  const socket = io(address, { transports: ['websocket'], forceNew: true, ...options });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
  });
  return socket;
}

const atOnce = 8;

/** Runs `work` for every number below `count`, a few at a time. */
export async function forEachOf(
  count: number,
  work: (index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < count) {
      next += 1;
      await work(next - 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/**
 * Opens chats through the front door: each person starts a chat, a desk takes it.
 * @param desks `ORGANISATION COOKIE` of each desk; the chats are dealt out evenly
 */
export async function openChats(
  address: string,
  desks: readonly string[],
  count: number,
): Promise<Chats> {
  const teams = await Promise.all(
    desks.map(async (desk) => {
      const [organisationId = '', cookie = ''] = desk.split(' ');
      const options = { parser: clientParser, extraHeaders: { cookie } };
      return { organisationId, socket: await connect(`${address}/team`, options) };
    }),
  );
  const chats: Chat[] = [];
  await forEachOf(count, async (index) => {
    const team = teams[index % teams.length];
    if (team === undefined) throw new Error('no desk');
    const { mailboxId, opening, first } = newPerson(team.organisationId);
    const person = await connect(`${address}/help`, { parser: clientParser });
    // More chats a minute than people start: none of them does the work that it would be asked for.
    await ask(person, 'mailbox:open', { ...opening, work: null });
    const take = newTake(mailboxId, [first.frameId]);
    await ask(team.socket, 'conversation:take', take);
    await ask(person, 'frame:confirm', { frameIds: [take.claim.frameId] });
    chats.push({ mailboxId, person, desk: team.socket, n: 1, i: 0 });
  });
  return {
    chats,
    close() {
      for (const { socket } of teams) socket.disconnect();
      for (const { person } of chats) person.disconnect();
    },
  };
}
