import { expect, test } from './fixtures/havre.ts';

test('two counsellors cannot take one person', async ({ havre }) => {
  const person = await havre.person('en');
  const anna = await havre.desk('anna');
  const bram = await havre.desk('bram');
  await person.startChat('NL');
  await expect(anna.button('Take')).toBeVisible();
  await expect(bram.button('Take')).toBeVisible();

  // Other stories may have left them chats of people whose phone died; those are theirs and stay.
  const held = new Map<typeof anna, number>();
  for (const desk of [anna, bram]) held.set(desk, await desk.chats.getByRole('listitem').count());

  // Both press in the same moment; whose request the server commits first decides.
  await Promise.all([anna.button('Take').click(), bram.button('Take').click()]);
  await expect(anna.button('Take')).toHaveCount(0);
  await expect(bram.button('Take')).toHaveCount(0);
  await expect.poll(async () => (await anna.box.count()) + (await bram.box.count())).toBe(1);

  const [holder, other] = (await anna.box.count()) === 1 ? [anna, bram] : [bram, anna];
  await holder.write('I am here for you');
  await person.reads('I am here for you');
  await expect(other.page.getByText('I am here for you')).toHaveCount(0);
  await expect(holder.chats.getByRole('listitem')).toHaveCount((held.get(holder) ?? 0) + 1);
  await expect(other.chats.getByRole('listitem')).toHaveCount(held.get(other) ?? 0);
});
