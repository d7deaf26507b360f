import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFlags, systemChromium } from './chromium.ts';
import { systemFirefox } from './firefox.ts';
import { firefoxPerson, openFirefox } from './fixtures/firefox.ts';
import { expect, type Havre, test } from './fixtures/havre.ts';
import { openOtherSite } from './fixtures/other-site.ts';
import { foundInProfile, type Needles, wireNeedles } from './fixtures/profile-folder.ts';
import { recordTraffic } from './fixtures/traffic.ts';
import { helpNames } from './pages/names.ts';
import { personPage } from './pages/person-page.ts';

const words = {
  said: 'canary-linnet-said',
  heard: 'canary-siskin-heard',
  draft: 'canary-finch-draft',
};
const planted = 'canary-planted';

const newProfile = () => mkdtempSync(join(tmpdir(), 'havre-profile-'));

/** What a careless site leaves is found, or the absence of ours would mean nothing. */
function seesWhatWasPlanted(profile: string): void {
  const found = foundInProfile(profile, {
    title: `${planted}-title`,
    storage: `${planted}-storage`,
    gzip: `${planted}-gzip`,
    brotli: `${planted}-br`,
  });
  const names = new Set(found.map((line) => line.split(' in ')[0]));
  expect([...names].sort()).toEqual(['brotli', 'gzip', 'storage', 'title']);
}

/** Of the chat nothing; of the site its address and its public files, which is said and no failure. */
function holdsNothingOfTheChat(profile: string, needles: Needles, host: string): void {
  expect(foundInProfile(profile, needles)).toEqual([]);
  const left = foundInProfile(profile, { address: host, 'public file': '/_next/static/' });
  const places = left.map((line) => line.replace(/[^/]*_0$|[0-9A-F]{40}$|[0-9]+$/, '*'));
  console.log(`left in the profile, as the page says: ${[...new Set(places)].join(', ')}`);
}

for (const how of ['closed', 'left quickly'] as const) {
  test(`nothing of a chat is in the profile of Chromium after the page was ${how}`, async ({
    havre,
  }) => {
    const profile = newProfile();
    const other = await openOtherSite(planted);
    try {
      const executablePath = systemChromium();
      const context = await chromium.launchPersistentContext(profile, {
        args: chromiumFlags,
        ...(executablePath ? { executablePath } : {}),
      });
      const page = await context.newPage();
      for (const path of ['', 'gzip', 'br']) await page.goto(`${other.origin}/${path}`);
      const traffic = recordTraffic(page);
      const person = personPage(page, havre.origin);
      const anna = await havre.desk('anna');
      await person.startChat('NL');
      await person.write(words.said);
      await anna.take();
      await anna.reads(words.said);
      await anna.write(words.heard);
      await person.reads(words.heard);
      await person.box.fill(words.draft);
      const mailboxId = mailboxOf(traffic.sent.text());
      if (how === 'left quickly') {
        await page.locator('a[href^="/exit/"]').first().click();
        await page.waitForURL('**/away');
      }
      await context.close();
      const blobs = wireNeedles(traffic.all.blobs());
      expect(Object.keys(blobs).length).toBeGreaterThan(4);
      seesWhatWasPlanted(profile);
      const id = { 'mailbox id': mailboxId, 'mailbox id bytes': Buffer.from(mailboxId, 'hex') };
      holdsNothingOfTheChat(profile, { ...words, ...id, ...blobs }, new URL(havre.origin).host);
    } finally {
      await other.close();
      rmSync(profile, { recursive: true, force: true });
    }
  });

  test(`nothing of a chat is in the profile of Firefox after the page was ${how}`, async ({
    havre,
  }) => {
    test.skip(!systemFirefox(), 'no Firefox on this machine');
    const profile = newProfile();
    const other = await openOtherSite(planted);
    try {
      const needles = await chatInFirefox(havre, profile, other.origin, how);
      seesWhatWasPlanted(profile);
      holdsNothingOfTheChat(profile, needles, new URL(havre.origin).host);
    } finally {
      await other.close();
      rmSync(profile, { recursive: true, force: true });
    }
  });
}

function mailboxOf(sent: string): string {
  const id = /"mailboxId":"([0-9a-f]{32})"/.exec(sent)?.[1];
  expect(id).toBeDefined();
  return id ?? '';
}

/** The desk's wire carries the same mailbox and the same frames: what to look for is read off there. */
async function chatInFirefox(
  havre: Havre,
  profile: string,
  other: string,
  how: string,
): Promise<Needles> {
  const anna = await havre.desk('anna');
  const firefox = await openFirefox(
    { 'browser.sessionstore.interval': 1000, 'browser.cache.disk.enable': true },
    profile,
  );
  const page = await firefox.newPage();
  for (const path of ['', 'gzip', 'br']) await page.goto(`${other}/${path}`);
  const person = firefoxPerson(page, havre.origin);
  const { continue: next, start, send } = helpNames('en');
  await person.startChat('en', { next, start });
  await person.write(words.said, send);
  await anna.take();
  await anna.reads(words.said);
  await anna.write(words.heard);
  await person.reads(words.heard);
  await (await person.box())?.click();
  await page.keyboard.type(words.draft);
  if (how === 'left quickly') {
    await person.exit().click();
    await person.isAway();
  }
  await firefox.close();
  const traffic = havre.trafficOf(anna.page);
  const mailboxId = mailboxOf(traffic.text());
  const id = { 'mailbox id': mailboxId, 'mailbox id bytes': Buffer.from(mailboxId, 'hex') };
  return { ...words, ...id, ...wireNeedles(traffic.blobs()) };
}
