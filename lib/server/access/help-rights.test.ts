import { describe, expect, test } from 'vitest';
import { describeOnEachDatabase } from '../db/test-databases.ts';
import { helpTable } from '../realtime/help-table.ts';
import { addMember, addOrganisation, newFrame, newPerson } from '../realtime/test-people.ts';
import { useHouse } from '../realtime/test-use-house.ts';
import { addHeld, snapshot } from './test-cast.ts';
import { type HelpRight, helpRights } from './test-help-rights.ts';

const rights = Object.entries(helpRights) as [string, HelpRight][];
const notAllowed = { ok: false, code: 'not_allowed' };

describe('every event of /help', () => {
  test.each(Object.keys(helpTable))('%s says who may send it and who may not', (event) => {
    const missing = `give ${event} a row in lib/server/access/test-help-rights.ts`;
    expect(Object.keys(helpRights), missing).toContain(event);
  });
});

describeOnEachDatabase('who may not, on the help side', (database) => {
  const openHouse = useHouse(database);

  /** A conversation of ours; its counsellor listens, and so does the page of its person. */
  async function scene() {
    const house = await openHouse();
    const ours = await addOrganisation(database());
    const theirs = await addOrganisation(database());
    const counsellor = await addMember(database(), ours);
    const held = await addHeld(database(), counsellor);
    const page = await house.help();
    const { mailboxId, token } = held;
    await page.ask('mailbox:attach', { mailboxId, token });
    const desk = await house.team(counsellor.cookie);
    await page.settle();
    return { house, ours, theirs, held, page, desk };
  }

  /** Nothing of the conversation changed, and neither side of it heard anything. */
  async function expectUntouched(
    { ours, page, desk }: Awaited<ReturnType<typeof scene>>,
    before: string,
    told: string,
  ) {
    expect(await snapshot(database(), ours), told).toBe(before);
    await page.settle();
    await desk.settle();
    const about = [...page.heard, ...desk.heard].filter(
      ({ event }) => event !== 'counsellor:presence' && event !== 'person:presence',
    );
    expect(about, told).toEqual([]);
  }

  test.each(rights)('%s, by a page that has shown no token', async (event, right) => {
    const all = await scene();
    const before = await snapshot(database(), all.ours);
    const stranger = await all.house.help();
    const answer = await stranger.ask(event, right.request(all.held));
    if (right.unattached === 'ok')
      return expect(answer).not.toMatchObject({ code: 'not_attached' });
    expect(answer).toEqual({ ok: false, code: right.unattached });
    await expectUntouched(all, before, event);
  });

  test.each(rights)('%s, with a token that is not the mailbox’s', async (event, right) => {
    if (right.forged === undefined) return expect(right.unattached).toBe('not_attached');
    const all = await scene();
    const before = await snapshot(database(), all.ours);
    const stranger = await all.house.help();
    expect(await stranger.ask(event, right.forged(all.held))).toEqual(notAllowed);
    await expectUntouched(all, before, event);
    expect(await stranger.ask('chat:end', {})).toEqual({ ok: false, code: 'not_attached' });
  });

  test.each(rights)('%s, by a page of another mailbox with our ids', async (event, right) => {
    if (right.forged !== undefined) return expect(right.elsewhere).toBe('ok');
    const all = await scene();
    const before = await snapshot(database(), all.ours);
    const stranger = await all.house.help();
    const own = newPerson(all.theirs);
    await stranger.ask('mailbox:open', own.opening);
    await database().mailbox.update({ where: { id: own.mailboxId }, data: { state: 'open' } });
    const answer = await stranger.ask(event, right.request(all.held));
    if (right.elsewhere === 'ok') expect(answer).toEqual({ ok: true, ...right.told });
    else expect(answer).toEqual(notAllowed);
    await expectUntouched(all, before, event);
  });

  const needAnswer = rights.filter(([, { unanswered }]) => unanswered !== undefined);
  test.each(needAnswer)('%s, by a page that nobody has answered', async (event, right) => {
    const all = await scene();
    const before = await snapshot(database(), all.ours);
    const registered = await database().consentRegistration.count();
    const stranger = await all.house.help();
    await stranger.ask('mailbox:open', newPerson(all.theirs).opening);
    expect(await stranger.ask(event, right.request(all.held))).toEqual(notAllowed);
    expect(await database().consentRegistration.count()).toBe(registered);
    await expectUntouched(all, before, event);
  });

  test('what was sent once cannot be played into another mailbox', async () => {
    const all = await scene();
    const stranger = await all.house.help();
    const own = newPerson(all.theirs);
    const elsewhere = { ...own.opening, first: all.held.first };
    expect(await stranger.ask('mailbox:open', elsewhere)).toEqual(notAllowed);
    const otherTeam = { ...all.held.opening, organisationId: all.theirs };
    expect(await stranger.ask('mailbox:open', otherTeam)).toEqual(notAllowed);
    await stranger.ask('mailbox:open', own.opening);
    const { frameId } = all.held.first;
    const before = await snapshot(database(), all.ours);
    expect(await stranger.ask('frame:send', { ...newFrame(), frameId })).toEqual(notAllowed);
    await expectUntouched(all, before, 'replay');
  });
});
