import { type Faults, sumOf } from './check.ts';
import type { House } from './house.ts';
import { pause } from './patience.ts';
import { signIn } from './people.ts';
import { beginStory, type Ending, type Weakness } from './story.ts';
import { type Cut, openWire, type Wire } from './wire.ts';

export type Disturbances = {
  kills: number;
  cuts: number;
  restarts: number;
  databaseKills: number;
};

/** A house whose PostgreSQL can be killed, too; it stands again when that resolves. */
type Hit = House & { killDatabase: Blow };

export type Result = Disturbances & {
  chats: number;
  messages: number;
  notices: number;
  wrongPresence: number;
  faults: Faults;
};

type Blow = () => Promise<void>;

/** So many blows fall on one chat; then the next one begins. */
const A_CHAT = 11;
/** How long both write before the next blow, in ms; anywhere within it. */
const CALM_MS = 500;
/** How long a line stays silent before it is reset, in ms. */
const SILENCE_MS = 900;

const cuts: readonly Cut[] = ['reset', 'deaf', 'hole'];

function cutting(wires: readonly Wire[], at: number): Blow {
  return async () => {
    const how = cuts[at % cuts.length] ?? 'reset';
    // The person's line, the desk's line, or both.
    const hurt = wires.filter((_wire, i) => at % 3 === 2 || at % 3 === i);
    for (const wire of hurt) wire.cut(how, SILENCE_MS);
    await pause(how === 'reset' ? 0 : SILENCE_MS);
  };
}

/** All blows, mixed, in an order of their own each time. */
function blowsOf(house: Hit, wires: readonly Wire[], wanted: Disturbances): Blow[] {
  const blows: Blow[] = [
    ...Array.from({ length: wanted.kills }, () => house.kill),
    ...Array.from({ length: wanted.restarts }, () => house.restart),
    ...Array.from({ length: wanted.databaseKills }, () => house.killDatabase),
    ...Array.from({ length: wanted.cuts }, (_, at) => cutting(wires, at)),
  ];
  return blows
    .map((blow) => ({ blow, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ blow }) => blow);
}

/** Chat after chat, each hit while it waits, is taken, and is written in from both sides. */
export async function disturb(
  house: Hit,
  wanted: Disturbances,
  weakness: Weakness = {},
): Promise<Result> {
  const wires = await Promise.all([openWire(house.port), openWire(house.port)]);
  const [toPerson, toDesk] = wires;
  const loginName = 'anna';
  const counsellor = { loginName, ...(await signIn(toDesk.origin, loginName)) };
  const origins = { person: toPerson.origin, desk: toDesk.origin };
  const blows = blowsOf(house, wires, wanted);
  const endings: Ending[] = [];
  while (blows.length > 0) {
    const story = await beginStory(counsellor, origins, weakness);
    for (const blow of blows.splice(0, A_CHAT)) {
      await pause(Math.random() * CALM_MS);
      await blow();
      await story.heardAfter();
    }
    endings.push(await story.finish());
  }
  await counsellor.lock();
  for (const wire of wires) await wire.close();
  const sum = (of: (ending: Ending) => number) =>
    endings.reduce((total, ending) => total + of(ending), 0);
  return {
    ...wanted,
    chats: endings.length,
    messages: sum(({ messages }) => messages),
    notices: sum(({ notices }) => notices),
    wrongPresence: sum(({ wrongPresence }) => wrongPresence),
    faults: sumOf(endings.map(({ faults }) => faults)),
  };
}
