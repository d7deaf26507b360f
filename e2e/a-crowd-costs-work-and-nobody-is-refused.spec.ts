import { type HelpPortal, openHelpPortal } from '#lib/client/portal/help-portal.ts';
import { organisationId } from '#lib/protocol/ids.ts';
import { newPerson } from '#lib/server/realtime/test-people.ts';
import { expect, test } from './fixtures/havre.ts';
import { deskPage } from './pages/desk-page.ts';
import { words } from './pages/names.ts';
import { personPage } from './pages/person-page.ts';

/** With the first person, so many start in this minute; thirty of them cost nothing. */
const CROWD = 44;

/** Starts chats as fast as sockets can, and never does the work that is asked for. */
async function flood(origin: string, organisation: string) {
  let inTurn = 0;
  const portals: HelpPortal[] = [];
  for (let one = 0; one < CROWD; one += 1) {
    const portal = openHelpPortal(origin);
    portals.push(portal);
    await new Promise<void>((done) => portal.onConnection((connected) => connected && done()));
    const { opening } = newPerson(organisation);
    const request = { ...opening, organisationId: organisationId.parse(organisation) };
    const answer = await portal.request('mailbox:open', { ...request, work: null } as never);
    if (!answer.ok) throw new Error(answer.code);
    if (answer.place > 0) inTurn += 1;
  }
  return {
    /** Those who were asked for nothing; the rest is behind and was told no place. */
    inTurn,
    end() {
      for (const portal of portals) portal.close();
    },
  };
}

test('among many who start at once a page works in a worker and stands before who did not; who cannot work waits, and is not refused', async ({
  havre,
}) => {
  test.setTimeout(180_000);
  const { origin } = await havre.ownDemo();
  const english = { locale: 'en-GB' };
  const open = async () => personPage(await havre.page(english, origin), origin);
  const first = await open();
  await first.startChat('NL');
  await first.write('first of all');
  await expect(first.page.getByRole('status')).toContainText(first.names.place(1));
  const sent = havre.trafficOf(first.page).text();
  const organisation = /"organisationId":"([0-9a-f]{32})"/.exec(sent)?.[1] ?? '';
  const { inTurn, end } = await flood(origin, organisation);

  const quick = await open();
  const worker = quick.page.waitForEvent('worker', { timeout: 60_000 });
  await quick.startChat('NL');
  expect((await worker).url()).toContain(origin);
  await quick.write('I worked');
  // Behind those who were asked for nothing, and before those who were asked and did nothing.
  expect(inTurn).toBeGreaterThan(20);
  expect(inTurn).toBeLessThan(30);
  await expect(quick.page.getByRole('status')).toContainText(quick.names.place(inTurn + 2), {
    timeout: 30_000,
  });
  expect(havre.trafficOf(quick.page).text()).toMatch(/"work":\{"challenge":"[^"]{22}","nonce":/);
  expect(quick.page.workers()).toEqual([]);

  // A browser that cannot work: twenty seconds later it waits behind all, without a number that might get worse.
  const slow = await open();
  await slow.page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
  await slow.startChat('NL');
  await slow.write('I could not');
  await expect(slow.tick('I could not')).toContainText(slow.names.sent, { timeout: 40_000 });
  expect(havre.trafficOf(slow.page).text()).toContain('"work":null');
  await expect(slow.page.getByRole('status')).not.toContainText('You are number');

  const anna = deskPage(await havre.page(english, origin), origin);
  await anna.signInAtDesk('anna');
  await expect(anna.waiting.getByRole('listitem')).toHaveCount(CROWD + 3);
  // The crowd's chats hold nothing that a desk can open; the three real ones are answered in their order.
  const real = anna.waiting
    .getByRole('listitem')
    .filter({ hasNotText: words('en', 'team', 'desk.waiting.locked') });
  for (const said of ['first of all', 'I worked', 'I could not']) {
    await real.first().getByRole('button', { name: 'Take', exact: true }).click();
    await anna.reads(said);
  }
  end();
});
