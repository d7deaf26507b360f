import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures/havre.ts';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  });

/** Which of the needles stand anywhere below the folder, as UTF-8 or UTF-16 bytes. */
function foundBelow(folder: string, needles: string[]): string[] {
  const found = new Set<string>();
  for (const file of filesBelow(folder)) {
    const bytes = readFileSync(file);
    for (const needle of needles) {
      if (bytes.includes(needle) || bytes.includes(Buffer.from(needle, 'utf16le')))
        found.add(needle);
    }
  }
  return [...found];
}

test('the server never sees what they say', async ({ havre }) => {
  const person = await havre.person('en');
  const anna = await havre.desk('anna');
  const wire = [havre.trafficOf(person.page), havre.trafficOf(anna.page)];
  const fromPerson = ['canary-kingfisher-7341', 'canary-heron-2285', 'canary-wagtail-9017'];
  const fromCounsellor = ['canary-plover-6620', 'canary-dunlin-4159'];

  await person.startChat('NL');
  for (const word of fromPerson.slice(0, 2)) await person.write(`I say ${word}`);
  await anna.take();
  for (const word of fromCounsellor) await anna.write(`I answer ${word}`);
  await person.write(`and ${fromPerson[2]}`);
  await anna.reads(`and ${fromPerson[2]}`);
  for (const word of fromCounsellor) await person.reads(`I answer ${word}`);

  const canaries = [...fromPerson, ...fromCounsellor];
  const mailboxId = havre.mailboxOf(person.page);

  // The wire. What is looked for is found where it was planted: the mailbox id travels in the open.
  for (const traffic of wire) {
    expect(traffic.text()).toContain(mailboxId);
    for (const word of canaries) expect(traffic.text()).not.toContain(word);
  }
  expect(wire.every((traffic) => traffic.bytes() > 5_000)).toBe(true);

  // The data folder with its write-ahead log. The id is stored, so a search that works finds it.
  await expect.poll(() => foundBelow(havre.dataDir, [mailboxId])).toEqual([mailboxId]);
  expect(foundBelow(havre.dataDir, canaries)).toEqual([]);

  // The log: it speaks, and says nothing of them, nor from where or with what they came.
  const lines = havre
    .log()
    .split('\n')
    .filter((line) => line.startsWith('{'));
  expect(lines.some((line) => line.includes('"event":"server_started"'))).toBe(true);
  for (const word of [...canaries, mailboxId, '127.0.0.1', '::1', 'Mozilla', 'Chrom']) {
    expect(lines.filter((line) => line.includes(word))).toEqual([]);
  }
});
