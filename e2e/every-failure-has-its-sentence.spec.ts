import { findPostgres, startPostgres } from '#lib/server/db/test-postgres.ts';
import { expect, type Havre, test } from './fixtures/havre.ts';
import { openWire } from './kills/wire.ts';
import { deskPage } from './pages/desk-page.ts';
import { words } from './pages/names.ts';
import { personPage } from './pages/person-page.ts';

/** Within this long whoever is hit by a failure reads what it is, in ms. */
const said = { timeout: 5000 };

const says = (key: string) => words('en', 'chat', key).split('.')[0] ?? '';
const deskLost = words('en', 'team', 'desk.connection.lost');

/** What breaks, whose screen says what, and how it is mended again. */
type Failure = {
  what: string;
  breaks: () => Promise<() => Promise<void> | void>;
  person: 'serverDown' | 'offline';
  desk: boolean;
};

/** Breaks one thing after another under one chat; then every message stands once, on both screens. */
async function survive(
  havre: Havre,
  origin: string,
  failuresOf: (phone: { setOffline(offline: boolean): Promise<void> }) => Promise<Failure[]>,
) {
  const wire = await openWire(Number(new URL(origin).port));
  const phone = await havre.browser().newContext();
  const office = await havre.browser().newContext();
  const person = personPage(await phone.newPage(), wire.origin, 'en');
  const anna = deskPage(await office.newPage(), origin);
  await anna.signInAtDesk('anna');
  await person.startChat('NL');
  await person.write('begin');
  await anna.take();
  await anna.reads('begin');
  const setOffline = async (offline: boolean) => {
    wire.setDown(offline);
    await phone.setOffline(offline);
  };
  const lines = ['begin'];
  for (const failure of await failuresOf({ setOffline })) {
    await test.step(failure.what, async () => {
      const mend = await failure.breaks();
      const [question, answer] = [`person: ${failure.what}`, `desk: ${failure.what}`];
      await person.write(question);
      await anna.box.fill(answer);
      await anna.button('Send').click();
      const onPhone = person.page.getByText(says(failure.person)).first();
      const onDesk = anna.page.getByText(deskLost);
      // Side by side: five seconds each, from the same moment.
      await Promise.all([
        expect(onPhone).toBeVisible(said),
        failure.desk ? expect(onDesk).toBeVisible(said) : expect(onDesk).toHaveCount(0),
      ]);
      await mend();
      // By itself, without a press.
      await expect(person.page.getByText(says(failure.person))).toHaveCount(0, { timeout: 30_000 });
      await expect(anna.page.getByText(deskLost)).toHaveCount(0, { timeout: 30_000 });
      lines.push(question, answer);
      for (const { log } of [person, anna])
        for (const line of [question, answer])
          await expect(log.getByText(line, { exact: true })).toHaveCount(1, { timeout: 30_000 });
      await expect(person.tick(question)).toContainText(/Delivered|Read/);
    });
  }
  for (const line of lines)
    await expect(person.log.getByText(line, { exact: true })).toHaveCount(1);
  await anna.end();
  await phone.close();
  await office.close();
  await wire.close();
}

test('a phone without a line, a server that dies or hangs: each is said within five seconds', async ({
  havre,
}) => {
  test.setTimeout(240_000);
  const demo = await havre.ownDemo();
  await survive(havre, demo.origin, async ({ setOffline }) => [
    {
      what: 'the phone has no line',
      breaks: async () => {
        await setOffline(true);
        return () => setOffline(false);
      },
      person: 'offline',
      desk: false,
    },
    {
      what: 'the server is killed',
      breaks: async () => {
        await demo.kill();
        return () => demo.startAgain();
      },
      person: 'serverDown',
      desk: true,
    },
    {
      what: 'the server hangs',
      breaks: async () => {
        const { pid } = demo;
        process.kill(pid, 'SIGSTOP');
        return () => void process.kill(pid, 'SIGCONT');
      },
      person: 'serverDown',
      desk: true,
    },
  ]);
});

test('a database that hangs or dies under a server that lives: said within five seconds, and nothing is lost', async ({
  havre,
}) => {
  test.setTimeout(240_000);
  const bin = findPostgres();
  test.skip(bin === null, 'no PostgreSQL here');
  const postgres = await startPostgres(bin ?? '');
  try {
    const DATABASE_URL = await postgres.createDatabase();
    const demo = await havre.ownDemo({ DATABASE_URL, DEMO_DATABASE: 'yes' });
    await survive(havre, demo.origin, async () => [
      {
        what: 'the database hangs',
        breaks: async () => postgres.hold(),
        person: 'serverDown',
        desk: true,
      },
      {
        what: 'the database is killed',
        breaks: async () => {
          await postgres.kill();
          return () => postgres.startAgain();
        },
        person: 'serverDown',
        desk: true,
      },
    ]);
    expect(await demo.end()).toBe(0);
  } finally {
    await postgres.stop();
  }
});
