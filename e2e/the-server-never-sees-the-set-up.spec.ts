import { findPostgres, startPostgres } from '#lib/server/db/test-postgres.ts';
import { expect, test } from './fixtures/havre.ts';
import { inBytes, inFolder, inMemory, keyNeedle, textNeedle } from './fixtures/needles.ts';
import { canReadMemory } from './fixtures/server-memory.ts';
import { deskPage } from './pages/desk-page.ts';
import { enrolPage, welcomeColleague } from './pages/enrol-page.ts';
import { personPage } from './pages/person-page.ts';

// On PostgreSQL where there is one, so that its files are searched too; else on the embedded database.
// What the server does know, by design, is named here as well: login and work names, the secret of the six
// digits (it has to check them), everything in /site.bin.

const bin = findPostgres();

const seedOf = (kit: string): Buffer => {
  const digits = /((?:[0-9a-f]{4} ){15}[0-9a-f]{4}) - [0-9a-f]{4}/.exec(kit)?.[1] ?? '';
  return Buffer.from(digits.replaceAll(' ', ''), 'hex');
};
const literal = /\b\d{1,3}(?:\.\d{1,3}){3}\b|\b(?:[0-9a-f]{1,4}:){2,7}:?[0-9a-f]{1,4}\b/i;

test('nothing of the set-up, of its keys, and of who came from where, is ever with the server', async ({
  havre,
}) => {
  test.setTimeout(180_000);
  const postgres = bin === null ? null : await startPostgres(bin);
  const real = await havre.realServer({
    TRUST_PROXY: 'yes',
    DATABASE_URL: (await postgres?.createDatabase()) ?? '',
  });
  const folder = postgres?.folder ?? real.dataDir;
  const planted = {
    login: textNeedle('canary-planted-login'),
    organisation: textNeedle('House 198.51.100.23'),
    workName: textNeedle('Canary Worker 8842'),
  };

  const founder = enrolPage(await havre.page({ locale: 'en-GB' }, real.origin));
  const link = /http:\S+\/setup\/\S+/.exec(real.log())?.[0] ?? '';
  const eva = await founder.setUp(link, planted.organisation.name, {
    name: planted.login.name,
    workName: planted.workName.name,
  });
  await founder.signIn(real.origin, eva);
  // People can write only while two are there.
  const colleague = enrolPage(await havre.page({ locale: 'en-GB' }, real.origin));
  const { account } = await welcomeColleague(founder, colleague, 'mia');
  await colleague.signIn(real.origin, account);
  await expect(deskPage(colleague.page, real.origin).waiting).toBeVisible();
  await founder.page.getByRole('link', { name: 'Desk', exact: true }).click();

  const agent = 'canary-agent-7715';
  const from = ['203.0.113.77', '2001:db8::7715'];
  const disguise = { userAgent: agent, extraHTTPHeaders: { 'x-forwarded-for': from.join(', ') } };
  const person = personPage(await havre.page(disguise, real.origin), real.origin);
  const desk = deskPage(founder.page, real.origin);
  await person.startChat('BE');
  await person.write('canary-of-the-person-6618');
  await desk.take();
  await desk.write('canary-of-the-founder-2043');
  await person.reads('canary-of-the-founder-2043');

  expect(seedOf(eva.kit)).toHaveLength(32);
  const secrets = [
    textNeedle(eva.password, 'password'),
    textNeedle(eva.password.split(' ').slice(0, 3).join(' '), 'three words of the password'),
    keyNeedle(seedOf(eva.kit), 'root key of the kit'),
    textNeedle(seedOf(eva.kit).toString('hex').match(/.{4}/g)?.slice(0, 6).join(' ') ?? '', 'kit'),
    textNeedle('canary-of-the-person-6618'),
    textNeedle('canary-of-the-founder-2043'),
  ];

  // The wire. A login name is found where it travels.
  const wires = [founder.page, person.page].map((page) => havre.trafficOf(page).all());
  expect(inBytes(wires[0] ?? Buffer.alloc(0), [planted.login, ...secrets])).toEqual([
    planted.login.name,
  ]);
  // The person learns the counsellor's work name, sealed; whoever opens the site learns nobody's.
  const { organisation, workName } = planted;
  await expect(person.page.getByText(workName.name).first()).toBeVisible();
  const ofPerson = [organisation, workName, planted.login, ...secrets];
  expect(inBytes(wires[1] ?? Buffer.alloc(0), ofPerson)).toEqual([organisation.name]);
  const site = Buffer.from(await (await fetch(`${real.origin}/site.bin`)).arrayBuffer());
  expect(inBytes(site, ofPerson)).toEqual([organisation.name]);

  // The database's own files: who works there and how their digits are checked, and no more.
  const known = [planted.login, workName, organisation];
  const totp = { name: 'secret of the six digits', forms: [Buffer.from(eva.totp.bytes)] };
  const personal = [agent, ...from].map((text) => textNeedle(text));
  expect(inFolder(folder, [...known, totp, ...personal, ...secrets])).toEqual(
    [...known, totp].map(({ name }) => name),
  );
  expect(inFolder(real.dataDir, [...personal, ...secrets])).toEqual([]);

  if (canReadMemory) {
    expect(inMemory(real.pid, [planted.login, ...secrets]).names).toEqual([planted.login.name]);
  }

  // The log, to its last line: the same search finds the address that is printed for the operator.
  for (const { page } of [person, founder, colleague]) await page.context().close();
  expect(await real.end()).toBe(0);
  const lines = real.log().split('\n');
  const ours = lines.filter((line) => line.startsWith('{'));
  expect(ours.some((line) => line.includes('"frame_stored"'))).toBe(true);
  expect(lines.filter((line) => literal.test(line)).length).toBeGreaterThan(0);
  const times = /"time":"[^"]*",?/g;
  expect(ours.filter((line) => literal.test(line.replaceAll(times, '')))).toEqual([]);
  expect(inBytes(Buffer.from(real.log()), [...personal, ...known, ...secrets])).toEqual([]);
  await postgres?.stop();
});
