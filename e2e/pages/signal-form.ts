import type { DeskPage } from './desk-page.ts';

/** Fills in the form as somebody does who knows the codes by their words. */
export async function fillInSignal(desk: DeskPage, choices: readonly string[]): Promise<void> {
  const { page, button } = desk;
  await button('Propose a signal').click();
  for (const choice of choices) await page.getByLabel(choice, { exact: true }).first().check();
  await page.getByLabel('Their own question has been dealt with.').check();
  await page.getByLabel('Nobody is watching, as far as I know.').check();
}

/** A pattern of an adult in the Netherlands. */
export const chosen = [
  'the Netherlands',
  '18 to 23',
  'girl or woman',
  'forced work, or unfair pay and not able to leave',
  'debts you have to pay off',
  'taking your papers',
];
