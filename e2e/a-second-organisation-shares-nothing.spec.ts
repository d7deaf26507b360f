import { expect, test } from './fixtures/havre.ts';
import { inviteOrganisation } from './fixtures/technician.ts';
import { deskPage } from './pages/desk-page.ts';
import { type EnrolPage, enrolPage, welcomeColleague } from './pages/enrol-page.ts';
import { personPage } from './pages/person-page.ts';

const rooms = ['People', 'Hours', 'Keys', 'Audit log'] as const;

/** What stands in a room of the office once it has loaded. */
async function roomText({ page }: EnrolPage, room: (typeof rooms)[number]): Promise<string> {
  await page.getByRole('link', { name: room, exact: true }).click();
  await expect(page.getByRole('heading', { name: room, level: 2, exact: true })).toBeVisible();
  if (room === 'Audit log')
    await expect(
      page.getByRole('row').filter({ hasText: 'Set up the organisation' }),
    ).toBeVisible();
  await expect(page.getByText('Opening the office.')).toHaveCount(0);
  return (await page.locator('main').textContent()) ?? '';
}

test('a second organisation is set up beside a working one, and neither sees anything of the other', async ({
  havre,
}) => {
  test.setTimeout(180_000);
  const real = await havre.realServer();
  const english = { locale: 'en-GB' };
  const open = async () => enrolPage(await havre.page(english, real.origin));
  const [cornerOffice, cornerPage, harbourOffice, harbourPage] = [
    await open(),
    await open(),
    await open(),
    await open(),
  ];
  const person = personPage(await havre.page(english, real.origin), real.origin, 'en');

  const first = /http:\S+\/setup\/\S+/.exec(real.log())?.[0] ?? '';
  const leontine = { name: 'leontine', workName: 'leontine' };
  await cornerOffice.signIn(
    real.origin,
    await cornerOffice.setUp(first, 'House on the Corner', leontine),
  );
  const corneel = (await welcomeColleague(cornerOffice, cornerPage, 'corneel')).account;
  await cornerPage.signIn(real.origin, corneel);
  const corner = deskPage(cornerPage.page, real.origin);
  await expect(corner.waiting).toBeVisible();

  // The first one works; the technician makes a link for the second without stopping anything.
  const link = await inviteOrganisation(real);
  const hadewych = { name: 'hadewych', workName: 'hadewych' };
  await harbourOffice.signIn(
    real.origin,
    await harbourOffice.setUp(link, 'Harbour Street', hadewych),
  );
  await harbourPage.page.goto(link);
  await expect(
    harbourPage.page.getByRole('heading', { name: 'This link does not work' }),
  ).toBeVisible();
  const ottilia = (await welcomeColleague(harbourOffice, harbourPage, 'ottilia')).account;
  await harbourPage.signIn(real.origin, ottilia);
  const harbour = deskPage(harbourPage.page, real.origin);
  await expect(harbour.waiting).toBeVisible();

  // The first closes: the second stays open, and who writes to it stands in its queue alone.
  await cornerOffice.page.getByRole('link', { name: 'Hours' }).click();
  await cornerOffice.press('Close now');
  await expect(cornerOffice.page.getByText('People see: closed.')).toBeVisible();
  await harbourOffice.page.getByRole('link', { name: 'Hours' }).click();
  await expect(harbourOffice.page.getByText('People see: open.')).toBeVisible();
  await person.startChat('BE');
  await person.write('is this the harbour');
  await expect(harbour.waiting.getByRole('button', { name: 'Take' })).toHaveCount(1);
  await expect(corner.waiting.getByRole('button', { name: 'Take' })).toHaveCount(0);
  await harbour.take();
  await harbour.reads('is this the harbour');
  await harbour.write('yes');
  await person.reads('yes');
  await expect(corner.waiting.getByRole('button', { name: 'Take' })).toHaveCount(0);
  await expect(corner.chats.getByRole('button')).toHaveCount(0);

  // People, hours, keys, log: each office names its own and nobody of the other.
  const fingerprints = [];
  for (const [office, own, others] of [
    [cornerOffice, ['leontine', 'corneel'], ['hadewych', 'ottilia', 'Harbour Street']],
    [harbourOffice, ['hadewych', 'ottilia'], ['leontine', 'corneel', 'House on the Corner']],
  ] as const) {
    const texts = [];
    for (const room of rooms) texts.push(await roomText(office, room));
    for (const name of own) expect(texts[0]).toContain(name);
    for (const name of others) expect(texts.join()).not.toContain(name);
    expect(texts[3]?.includes('Opened or closed by hand')).toBe(office === cornerOffice);
    await office.page.getByRole('link', { name: 'Keys', exact: true }).click();
    fingerprints.push(await office.page.getByTestId('fingerprint').textContent());
  }
  expect(fingerprints[0]).not.toBe(fingerprints[1]);
});
