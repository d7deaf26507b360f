import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import type { TeamAnswers, TeamEvent, TeamFacts } from '#lib/protocol/team-events.ts';
import type { Database } from '#lib/server/db/database.ts';
import { generateClient } from '#lib/server/db/generate-client.ts';
import { claimInstallation } from '#lib/server/db/installation.ts';
import { demoSetUpTokens } from '#lib/server/invitations/handlers.ts';
import { openTestHouse } from '#lib/server/realtime/test-house.ts';
import { demoOrganisations, demoPassword } from '#prisma/demo-accounts.ts';
import { prepareOrganisation, seedOrganisation } from '#prisma/seed-organisation.ts';
import { demoTerms } from '#prisma/seed-units.ts';
import { openPersonChat } from '../person/conversation.ts';
import type { PersonChat } from '../person/person-chat.ts';
import { openHelpPortal } from '../portal/help-portal.ts';
import { processHttp } from '../portal/http.ts';
import type { TeamPortal } from '../portal/team-portal.ts';
import { organisationsOf } from '../site/organisation.ts';
import { newRoots } from '../team/first-keys.ts';
import { directKeyWork, type KeyWork } from '../team/key-work.ts';
import { createStaff } from '../team/staff.ts';
import type { TeamSession } from '../team/team-session.ts';
import { createDesk, type Desk } from './desk.ts';
import type { DeskMeans } from './desk-context.ts';

const templates = fileURLToPath(new URL('../../../.tmp', import.meta.url));

const means: DeskMeans = {
  now: Date.now,
  random: systemRandom,
  later(ms, work) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};

/** The police unit of every organisation of the house. */
export const unit = {
  name: 'Demo Police NL',
  country: 'NL',
  /** a real one, whose identity nobody kept */
  key: 'age18jhzxg65xp4mrs9dmy4s5d0ctj07y9x7p4ak208stqwqggstf9ls98x0v7',
  agreementUntilDay: 1_000_000,
} as const;

/** A page whose five seconds are short. */
const hasty: DeskMeans = { ...means, later: (ms, work) => means.later(Math.min(ms, 200), work) };

/** A line that a test can hurt. */
export type Line = {
  /** The next request of this kind is carried out, and its answer never arrives. */
  loseAnswer: (event: TeamEvent) => void;
  /** The next request of this kind is answered with this, as a dishonest server could. */
  answerWith: <E extends TeamEvent>(event: E, answer: TeamAnswers[E]) => void;
  /** What was asked so far. */
  asked: TeamEvent[];
  /** Facts do not reach this desk, until the line is good again and it says so. */
  deaf: (deaf: boolean) => void;
  /** A fact that the server never meant, as a dishonest one could tell it. */
  tell: <F extends keyof TeamFacts>(fact: F, about: Parameters<TeamFacts[F]>[0]) => void;
};

const lost = { ok: false, code: 'unavailable' } as const;

function hurtable(portal: TeamPortal): { portal: TeamPortal; line: Line } {
  const hurts: { event: TeamEvent; answer: unknown; ask: boolean }[] = [];
  const asked: TeamEvent[] = [];
  const listeners: { fact: string; listener: (about: never) => void }[] = [];
  const connections: Parameters<TeamPortal['onConnection']>[0][] = [];
  let isDeaf = false;
  return {
    line: {
      asked,
      deaf(deaf) {
        isDeaf = deaf;
        if (!deaf) for (const hear of connections) hear('connected');
      },
      tell(fact, about) {
        for (const each of listeners) if (each.fact === fact) each.listener(about as never);
      },
      loseAnswer: (event) => hurts.push({ event, answer: lost, ask: true }),
      answerWith: (event, answer) => hurts.push({ event, answer, ask: false }),
    },
    portal: {
      ...portal,
      on(fact, listener) {
        listeners.push({ fact, listener });
        const heard = (about: never) => {
          if (!isDeaf) (listener as (about: never) => void)(about);
        };
        return portal.on(fact, heard as typeof listener);
      },
      onConnection(listener) {
        connections.push(listener);
        return portal.onConnection(listener);
      },
      async request(event, payload) {
        asked.push(event);
        const at = hurts.findIndex((hurt) => hurt.event === event);
        const [hurt] = at === -1 ? [] : hurts.splice(at, 1);
        if (hurt && !hurt.ask) return hurt.answer as never;
        const answer = await portal.request(event, payload);
        return hurt ? (hurt.answer as typeof answer) : answer;
      },
    },
  };
}

export type TestDesk = { desk: Desk; line: Line; session: TeamSession; calls: () => number };

export type DeskHouse = {
  /** Signs a member of the demo in at a browser of their own. */
  desk: (
    loginName: string,
    hurt?: (line: Line) => void,
    /** What calls the member to the desk, on their device. */
    call?: () => void,
  ) => Promise<TestDesk>;
  /** Somebody who opens the help side and starts a chat with this organisation. */
  person: (organisation: string, danger?: boolean) => Promise<PersonChat>;
  /** What the server holds. */
  database: Database;
  close: () => Promise<void>;
};

async function openDatabase() {
  await generateClient(() => undefined);
  const { openDatabase: open } = await import('#lib/server/db/open-database.ts');
  const dataDir = mkdtempSync(join(tmpdir(), 'havre-desk-'));
  mkdirSync(templates, { recursive: true });
  const opened = await open({ kind: 'embedded', dataDir, durable: false, templates });
  return {
    database: opened.database,
    async close() {
      await opened.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The real server without its pages, the demo's organisations, and everybody's own client code. */
export async function openDeskHouse(): Promise<DeskHouse> {
  const { database, close: closeDatabase } = await openDatabase();
  await claimInstallation(database, true);
  const house = await openTestHouse(database, 'demo');
  const works = new Map<string, KeyWork>();
  const origin = house.address;
  const tokens = await demoSetUpTokens(house.deps);
  for (const [i, organisation] of demoOrganisations.entries()) {
    const prepared = await prepareOrganisation(organisation, () => true);
    const roots = newRoots(1, 1, systemRandom);
    const signals = demoTerms([unit], null);
    await seedOrganisation(prepared, origin, { token: tokens[i] ?? '', roots, signals });
    for (const { loginName } of prepared.choices.keys()) works.set(loginName, prepared.work);
  }
  const ends: (() => Promise<void> | void)[] = [];

  return {
    database,
    async desk(loginName, hurt, call) {
      const http = processHttp(origin);
      const around = { now: Date.now, random: systemRandom };
      const staff = createStaff({
        ...around,
        http,
        work: () => works.get(loginName) ?? directKeyWork,
      });
      const answer = await staff.signIn(loginName, demoPassword, null);
      const state = staff.state();
      if (state.kind !== 'open') throw new Error(`${loginName}: ${JSON.stringify(answer)}`);
      await state.session.keep();
      const { portal, line } = hurtable(state.session.portal);
      const session = { ...state.session, portal };
      hurt?.(line);
      let called = 0;
      const desk = createDesk(session, means, () => {
        called += 1;
        call?.();
      });
      ends.push(() => state.session.lock());
      return { desk, line, session, calls: () => called };
    },
    async person(organisation, danger = false) {
      const all = (await organisationsOf(await house.get('/site.bin'), Date.now())) ?? [];
      const found = all.find(({ name }) => name === organisation);
      if (!found?.team) throw new Error(`${organisation} has no key`);
      const target = { id: found.id, roots: found.roots, team: found.team };
      const prefs = { language: 'fr', country: 'NL', age: 'under-18', danger } as const;
      const openPortal = () => openHelpPortal(origin);
      const prove = async () => null;
      const page = { ...hasty, portal: openPortal(), openPortal, online: () => true, prove };
      const chat = openPersonChat(target, prefs, page);
      ends.push(() => chat.forget());
      return chat;
    },
    async close() {
      for (const end of ends) await end();
      await house.close();
      await closeDatabase();
    },
  };
}
