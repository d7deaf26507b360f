import { expect, test } from './fixtures/havre.ts';
import { inBytes, inFolder, inMemory, textNeedle } from './fixtures/needles.ts';
import { canReadMemory } from './fixtures/server-memory.ts';

test('the server never sees what they say: not on the wire, on the disk, in the log or in its memory', async ({
  havre,
}) => {
  const person = await havre.person('en');
  const anna = await havre.desk('anna');
  const fromPerson = ['canary-kingfisher-7341', 'canary-heron-2285', 'canary-wagtail-9017'];
  const fromCounsellor = ['canary-plover-6620', 'canary-dunlin-4159'];
  const halfWritten = ['canary-curlew-1180', 'canary-avocet-5526'];
  const planted = textNeedle('canary-planted-name-3304');

  // A login name travels in the open and is looked up; nobody has this one.
  const passer = await havre.page();
  await passer.goto(`${havre.origin}/en/sign-in`);
  await passer.getByRole('textbox', { name: 'Name', exact: true }).fill(planted.name);
  await passer.getByLabel('Password', { exact: true }).fill('canary-password-2290');
  await passer.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(passer.getByText(/do not fit together/)).toBeVisible();

  await person.startChat('NL');
  for (const word of fromPerson.slice(0, 2)) await person.write(`I say ${word}`);
  await anna.take();
  for (const word of fromCounsellor) await anna.write(`I answer ${word}`);
  await person.write(`and ${fromPerson[2]}`);
  await anna.reads(`and ${fromPerson[2]}`);
  for (const word of fromCounsellor) await person.reads(`I answer ${word}`);
  await person.box.fill(halfWritten[0] ?? '');
  await anna.box.fill(halfWritten[1] ?? '');

  const secrets = [...fromPerson, ...fromCounsellor, ...halfWritten, 'canary-password-2290'];
  const canaries = secrets.map((word) => textNeedle(word));
  const mailboxId = textNeedle(havre.mailboxOf(person.page), 'mailbox');

  // The wire. What is looked for is found where it was planted: the mailbox id travels in the open.
  for (const { page } of [person, anna]) {
    const wire = havre.trafficOf(page);
    expect(inBytes(wire.all(), [mailboxId, ...canaries])).toEqual(['mailbox']);
    expect(wire.bytes()).toBeGreaterThan(5_000);
  }
  expect(inBytes(havre.trafficOf(passer).all(), [planted, ...canaries])).toEqual([planted.name]);

  // The data folder with its write-ahead log. The id is stored, so a search that works finds it.
  await expect.poll(() => inFolder(havre.dataDir, [mailboxId])).toEqual(['mailbox']);
  expect(inFolder(havre.dataDir, canaries)).toEqual([]);

  // Every readable region of its memory, the database's thread among them.
  if (canReadMemory) {
    const memory = inMemory(havre.server.pid, [planted, mailboxId, ...canaries]);
    expect(memory.names).toEqual([planted.name, 'mailbox']);
    expect(memory.bytes).toBeGreaterThan(50_000_000);
  }

  // The log: it speaks, and says nothing of them, nor from where or with what they came.
  const lines = havre
    .log()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  expect(lines.some((line) => line.includes('"event":"server_started"'))).toBe(true);
  for (const word of [...secrets, planted.name, mailboxId.forms[0]?.toString() ?? '-']) {
    expect(lines.filter((line) => line.includes(word))).toEqual([]);
  }
  for (const origin of ['127.0.0.1', '::1', 'Mozilla', 'Chrom']) {
    expect(lines.filter((line) => line.includes(origin))).toEqual([]);
  }
});
