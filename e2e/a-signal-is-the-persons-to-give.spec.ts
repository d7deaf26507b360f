import type { Locator } from '@playwright/test';
import { expect, type Havre, test } from './fixtures/havre.ts';
import { deskPage } from './pages/desk-page.ts';
import type { PersonPage } from './pages/person-page.ts';
import { chosen, fillInSignal } from './pages/signal-form.ts';

const group = (person: PersonPage, name = 'Voorgesteld signaal'): Locator =>
  person.page.getByRole('group', { name, exact: true });

/** Somebody who reads English, and Anna, who has taken their chat. */
async function talking(havre: Havre) {
  const person = await havre.person('en');
  const desk = await havre.desk('anna');
  await person.startChat('NL');
  await desk.take();
  return { person, desk };
}

/** The same, with a question about being counted on the person's screen. */
async function asked(havre: Havre) {
  const { person, desk } = await talking(havre);
  await fillInSignal(desk, chosen);
  await desk.button('Propose').click();
  return { person, desk, card: group(person, 'Proposed signal') };
}

test('a person who reads Dutch leaves out what they like, says yes, and takes it back', async ({
  havre,
}) => {
  const person = await havre.person('nl');
  const desk = await havre.desk('anna');
  await person.startChat('NL');
  await desk.take();
  await fillInSignal(desk, chosen);
  // Two strong signs of one kind: the person reads that one of six is met, and not which.
  await desk.page.getByText('Signs at work, list of the ILO').click();
  const signs = desk.page.getByRole('group', { name: 'Forced at the place of work', exact: true });
  for (const sign of ['violence against them', 'papers taken away'])
    await signs.getByLabel(sign, { exact: true }).check();
  await expect(desk.page.getByText('how many of the six kinds are met: 1 now.')).toBeVisible();
  await desk.page.setViewportSize({ width: 1280, height: 6000 });
  await havre.accessible(desk.page, 'team');
  await desk.page.setViewportSize({ width: 1280, height: 720 });
  await desk.button('Propose').click();

  const card = group(person);
  await expect(card).toContainText('Een vraag van Anna. Je mag dit ook later lezen.');
  await expect(card.getByText('Mogen we dit meetellen?')).toBeHidden();
  await expect(desk.page.getByText('asked, no answer yet.')).toBeVisible();
  await card.locator('summary').click();
  await expect(card.getByRole('heading', { name: 'Mogen we dit meetellen?' })).toBeVisible();
  await expect(card).toContainText('meisje of vrouw');
  await expect(card).toContainText('1 van de 6 soorten');
  await card.getByRole('button', { name: 'Weglaten: Wie je bent', exact: true }).click();
  await expect(card.getByText('meisje of vrouw')).toHaveCount(0);
  await card.getByRole('button', { name: 'Minder precies: Leeftijd', exact: true }).click();
  await expect(card.getByText('18 of ouder', { exact: true })).toBeVisible();
  // As high as the whole card: what just happens to lie below the box that stays is no small target.
  const size = person.page.viewportSize() ?? { width: 360, height: 780 };
  await person.page.setViewportSize({ ...size, height: 4000 });
  await havre.accessible(person.page);
  await person.page.setViewportSize(size);
  await card.getByRole('button', { name: 'Ja, deel dit', exact: true }).click();
  await expect(card).toContainText('Je zei ja. Er gaat niets weg voor');
  await expect(card.getByRole('button', { name: 'Terugnemen', exact: true })).toBeFocused();
  await expect(desk.page.getByText('yes. Sealed for the supervisors.')).toBeVisible();

  await card.getByRole('button', { name: 'Terugnemen', exact: true }).click();
  await expect(card).toContainText('Het is weg. Niemand krijgt het.');
  await expect(desk.page.getByText('taken back. Nothing leaves.')).toBeVisible();
  await person.write('dank je');
  await desk.reads('dank je');
});

test('no and later change nothing, can be pressed by keyboard alone, and only the person asks again', async ({
  havre,
}) => {
  const { person, desk, card } = await asked(havre);
  await card.locator('summary').focus();
  await person.page.keyboard.press('Enter');
  await card.getByRole('button', { name: 'Decide later', exact: true }).focus();
  await person.page.keyboard.press('Enter');
  await expect(card).toContainText('OK. Nothing leaves. We keep talking.');
  await expect(card.locator('summary')).toBeFocused();
  await expect(desk.page.getByText('decide later. Do not ask again.')).toBeVisible();

  await fillInSignal(desk, chosen);
  await expect(desk.button('Propose')).toBeDisabled();
  await expect(desk.page.getByText('This was asked in this chat already.')).toBeVisible();
  await desk.button('Close the form').click();

  await person.page.keyboard.press('Enter');
  await card.getByRole('button', { name: 'No, do not share', exact: true }).click();
  await expect(desk.page.getByText('no.', { exact: false }).last()).toBeVisible();
  await expect(card.getByRole('button', { name: 'Take back' })).toHaveCount(0);
});

test('danger or doubt takes a question off the table, also while it is read, and the person is not told why', async ({
  havre,
}) => {
  const { person, desk, card } = await asked(havre);
  await card.locator('summary').focus();
  await person.page.keyboard.press('Enter');
  const yes = card.getByRole('button', { name: 'Yes, share this', exact: true });
  await yes.focus();
  // A slip of the finger takes nothing off the table.
  await desk.button('Doubt').click();
  await expect(desk.page.getByRole('region', { name: /it cannot come back/ })).toBeFocused();
  await havre.accessible(desk.page);
  await desk.button('Leave it').click();
  await expect(desk.button('Doubt')).toBeFocused();
  await expect(desk.button('Doubt')).toHaveAttribute('aria-pressed', 'false');
  await expect(yes).toBeFocused();
  await desk.button('Doubt').click();
  await desk.button('Set doubt, take it away').click();
  await expect(card).toHaveText(
    'Anna is not asking this any more. Nothing was shared. We keep talking.',
  );
  await expect(yes).toHaveCount(0);
  await expect(card).toBeFocused();
  await expect(person.page.getByText(/doubt|danger to you/i)).toHaveCount(0);
  await havre.accessible(person.page);
  await expect(desk.page.getByText('Counted with others: off the table')).toBeVisible();

  await desk.button('Doubt').click();
  await fillInSignal(desk, chosen);
  await expect(desk.button('Propose')).toBeDisabled();
  await expect(card).toHaveText(/Nothing was shared/);
});

test('a case asks the question that ends it kindly, and danger or doubt make a proposal impossible', async ({
  havre,
}) => {
  const person = await havre.person('en');
  const desk = await havre.desk('anna');
  const supervisor = deskPage(await havre.page(), havre.origin);
  await supervisor.signIn('saskia');
  await expect(supervisor.page.getByRole('navigation', { name: 'Office' })).toBeVisible();
  await person.startChat('NL');
  await desk.take();
  await expect(desk.button('Propose a signal')).toBeEnabled();
  await desk.button('Doubt').click();
  await expect(desk.button('Propose a signal')).toBeDisabled();
  await desk.button('Doubt').click();
  await desk.button('Danger').click();
  await expect(desk.button('Propose a signal')).toBeDisabled();
  await expect(supervisor.page.getByText('Anna calls a supervisor')).toBeVisible();
  await desk.button('Danger').click();

  await fillInSignal(desk, ['This case alone', ...chosen]);
  await expect(desk.button('Propose')).toBeDisabled();
  await desk.page.getByRole('radio', { name: 'Demo Police NL', exact: true }).check();
  // As high as the whole form: what just happens to lie half under its edge is no small target.
  await desk.page.setViewportSize({ width: 1280, height: 6000 });
  await havre.accessible(desk.page);
  await desk.page.setViewportSize({ width: 1280, height: 720 });
  await desk.button('Propose').click();
  const card = group(person, 'Proposed signal');
  await card.locator('summary').click();
  await card.getByRole('button', { name: 'Yes, share this', exact: true }).click();
  await expect(card).toContainText('Answer the question above first.');
  await card.getByRole('radio', { name: 'Maybe', exact: true }).check();
  await expect(card).toContainText("Then we won't do this. That's fine.");
  await expect(card.getByRole('button', { name: 'Yes, share this', exact: true })).toHaveCount(0);
  await card.getByRole('button', { name: 'No, do not share', exact: true }).click();
  await expect(desk.page.getByText('This case alone: no.')).toBeVisible();
});

test('of two questions about a person one counts: the other is asked once the first yes was taken back', async ({
  havre,
}) => {
  const { person, desk, card } = await asked(havre);
  await card.locator('summary').click();
  // Without a country nothing would come of a yes, so none is asked for.
  const yes = card.getByRole('button', { name: 'Yes, share this', exact: true });
  await card.getByRole('button', { name: 'Leave out Country', exact: true }).click();
  await expect(card).toContainText("Without a country we can't count this.");
  await expect(yes).toBeDisabled();
  await card.getByRole('button', { name: 'Undo the last change', exact: true }).click();

  await desk.button('Propose a signal').click();
  const { page } = desk;
  const choose = async (choices: readonly string[]) => {
    for (const choice of choices) await page.getByLabel(choice, { exact: true }).first().check();
  };
  await choose(['This case alone', ...chosen, 'Demo Police NL']);
  await expect(page.getByText('Their answer to the other question is still open.')).toBeVisible();
  await expect(desk.button('Propose')).toBeDisabled();
  await yes.click();
  await expect(page.getByText('They said yes to the other question.')).toBeVisible();
  await expect(desk.button('Propose')).toBeDisabled();
  await havre.accessible(page);
  await card.getByRole('button', { name: 'Take back', exact: true }).click();
  await expect(page.getByText('taken back. Nothing leaves.')).toBeVisible();
  await desk.button('Propose').click();
  const second = group(person, 'Proposed signal');
  await expect(second).toContainText('A question from Anna.');
});

test('of a child of 12 to 15 the form says Benelux by itself, and no country can be chosen', async ({
  havre,
}) => {
  const { desk } = await talking(havre);
  await fillInSignal(desk, [
    'the Netherlands',
    '12 to 15',
    'forced work, or unfair pay and not able to leave',
  ]);
  const { page } = desk;
  const country = page.getByRole('group', { name: 'Country', exact: true });
  const benelux = country.getByLabel('Belgium, the Netherlands or Luxembourg', { exact: true });
  await expect(benelux).toBeChecked();
  await expect(country.getByText('For ages 12 to 15 the form says Benelux')).toBeVisible();
  await expect(country.getByLabel('the Netherlands', { exact: true })).toHaveCount(0);
  await expect(country.getByRole('button')).toHaveCount(0);
  await expect(
    page.getByText('Your organisation proposes nothing for ages 12 to 15.'),
  ).toBeVisible();
  await expect(desk.button('Propose')).toBeDisabled();
});
