import type { Desk } from '#lib/client/desk/desk.ts';
import type { PersonChat } from '#lib/client/person/person-chat.ts';
import type { MailboxId } from '#lib/protocol/ids.ts';
import { type Direction, type Faults, faultsOf, sumOf } from './check.ts';
import { until } from './patience.ts';
import { type AtDesk, signIn, startChat } from './people.ts';
import { deskSide, personSide } from './sides.ts';
import { writer } from './writer.ts';

/** One chat in which both write without a pause while somebody hurts the server or the line. */
export type Story = {
  /** Resolves when each side has read something that was said after this moment. */
  heardAfter(): Promise<void>;
  /** Stops writing, waits until everything has arrived, and compares. */
  finish(): Promise<Ending>;
};

export type Ending = {
  messages: number;
  faults: Faults;
  /** "A message is missing", or unreadable: nothing of the kind may be said. */
  notices: number;
  /** Who is there, as the other one reads it. */
  wrongPresence: number;
};

async function takeWhoWaits(desk: Desk): Promise<MailboxId> {
  await until('somebody waits', () => desk.getSnapshot().waiting.length > 0);
  const [first] = desk.getSnapshot().waiting;
  if (!first) throw new Error('nobody waits');
  await desk.take(first.mailboxId);
  return first.mailboxId;
}

/** The conversation as a browser finds it that opens what the server stores, and nothing else. */
async function readStored(origin: string, loginName: string, mailboxId: MailboxId) {
  const anew = await signIn(origin, loginName);
  await until('the stored chats are read', () => anew.desk.getSnapshot().ready);
  const side = deskSide(anew.desk, () => mailboxId);
  const stored = { fromPerson: side.heard(), fromDesk: side.own() };
  await anew.lock();
  return stored;
}

/** What a weakened client does otherwise; only the proof that the check finds it uses this. */
export type Weakness = {
  personSays?: (chat: PersonChat, text: string) => boolean;
  patienceMs?: number;
};

type Told = ReturnType<typeof personSide> | ReturnType<typeof deskSide>;
type Cast = {
  chat: PersonChat;
  person: ReturnType<typeof personSide>;
  team: ReturnType<typeof deskSide>;
  personWrites: ReturnType<typeof writer>;
  deskWrites: ReturnType<typeof writer>;
};

const isDelivered = (side: Told, said: readonly string[]): boolean => {
  const ticks = side.ticks();
  return said.every((text) => ticks.get(text) === 'read' || ticks.get(text) === 'delivered');
};

const hearsAfter = (side: Told, said: readonly string[]): (() => boolean) => {
  const after = said.length;
  return () => side.heard().some((text) => Number(text.split(' ')[1]) >= after);
};

/** Lets everything arrive, and compares both screens with the store and with what was said. */
async function compare(
  { chat, person, team, personWrites, deskWrites }: Cast,
  readAgain: () => ReturnType<typeof readStored>,
  patienceMs: number | undefined,
): Promise<Ending> {
  await Promise.all([personWrites.stop(), deskWrites.stop()]);
  await until(
    'everything is delivered',
    () => isDelivered(person, personWrites.said) && isDelivered(team, deskWrites.said),
    patienceMs,
  );
  personWrites.watch();
  deskWrites.watch();
  const stored = await readAgain();
  const directions: Direction[] = [
    { ...personWrites, heard: team.heard(), stored: stored.fromPerson, ticks: person.ticks() },
    { ...deskWrites, heard: person.heard(), stored: stored.fromDesk, ticks: team.ticks() },
  ];
  const present = [team.current()?.presence === 'here', chat.getSnapshot().counsellorPresent];
  return {
    messages: personWrites.said.length + deskWrites.said.length,
    faults: sumOf(directions.map(faultsOf)),
    notices: person.notices() + team.notices(),
    wrongPresence: present.filter((here) => !here).length,
  };
}

/**
 * A person starts a chat, and writes from the first moment; the counsellor takes it and writes too.
 * @param origins the two ends of the wire
 */
export async function beginStory(
  { desk, loginName }: AtDesk & { loginName: string },
  origins: { person: string; desk: string },
  weakness: Weakness = {},
): Promise<Story> {
  const { patienceMs } = weakness;
  const chat = await startChat(origins.person, 'Demo Help NL');
  chat.setVisible(true);
  desk.attend(true, true);
  let mailboxId: MailboxId | null = null;
  const person = personSide(chat);
  const team = deskSide(desk, () => mailboxId);
  const personSays = weakness.personSays ?? ((_chat, text) => chat.send(text) === 'sent');
  const deskSays = (text: string) => team.current() !== null && desk.send(text);
  const personWrites = writer('person', (text) => personSays(chat, text), person.ticks);
  const deskWrites = writer('desk', deskSays, team.ticks);
  const taking = takeWhoWaits(desk).then((id) => {
    mailboxId = id;
    return id;
  });
  return {
    async heardAfter() {
      const both = [hearsAfter(team, personWrites.said), hearsAfter(person, deskWrites.said)];
      await until('both hear each other again', () => both.every((hears) => hears()), patienceMs);
    },
    async finish() {
      const id = await taking;
      const cast = { chat, person, team, personWrites, deskWrites };
      const ending = await compare(cast, () => readStored(origins.desk, loginName, id), patienceMs);
      chat.end();
      await until('the chat is over', () => team.current()?.phase === 'ended', patienceMs);
      chat.forget();
      return ending;
    },
  };
}
