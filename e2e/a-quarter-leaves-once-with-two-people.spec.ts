import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures/havre.ts';
import { signalsRoom } from './pages/office-signals.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const approve = (row: Locator) => row.getByRole('button', { name: 'Approve', exact: true });

test('the count of a quarter leaves once, when two supervisors approved exactly the same, and opens with age alone', async ({
  havre,
}) => {
  const saskia = await signalsRoom(await havre.page(), havre.origin, 'saskia');
  const mine = saskia.row('Quarter');
  await expect(mine).toHaveCount(1);
  await expect(mine).toContainText('60 signals may be counted.');
  await expect(mine).toContainText('Synthetic: 60 were made up for this demo, of nobody.');
  await expect(mine).toContainText('The count is ready.');
  const details = saskia.below(mine);
  await details.locator('summary').first().click();
  // As wide as the table, not as its first column.
  const [wide, whole] = [
    await details.locator('details').first().boundingBox(),
    await saskia.table.boundingBox(),
  ];
  expect(wide?.width).toBeGreaterThan((whole?.width ?? 0) * 0.9);
  await expect(details.getByText('Placed at which level')).toBeVisible();
  await details.getByText('File signal.csv').click();
  await expect(details.getByText('hte_Country')).toBeVisible();
  await havre.accessible(saskia.page);
  await approve(mine).click();
  await expect(mine).toContainText('You approved this.');
  await expect(mine.getByRole('button', { name: 'Release' })).toHaveCount(0);

  // "Same people as" is another content: the approval of the one that was counted before does not hold for it.
  await details.getByText('Signals about the same people').click();
  const signal = details.getByLabel('Signal', { exact: true });
  await signal.selectOption({ index: 1 });
  const same = details.getByLabel('Signal 1 is about the same people as');
  await same.selectOption({ index: 1 });
  await expect(details).toContainText('Signal 1 and signal 2: the same people.');
  await expect(approve(mine)).toBeVisible();
  await havre.accessible(saskia.page);
  await details.getByRole('button', { name: 'Part signal 1 from signal 2', exact: true }).click();
  await expect(mine).toContainText('You approved this.');
  await same.selectOption({ index: 1 });
  await approve(mine).click();
  await expect(mine).toContainText('You approved this.');

  // It comes back with the approval, after a lock.
  await saskia.page.reload();
  await saskia.page.getByLabel('Password', { exact: true }).fill('demo-password-1');
  await saskia.page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(mine).toContainText('You approved this.');
  await details.getByText('Signals about the same people').click();
  await expect(details).toContainText('Signal 1 and signal 2: the same people.');

  // The other supervisor reads it, and nothing is taken over for her: what she would approve is another content.
  const sanne = await signalsRoom(await havre.page(), havre.origin, 'sanne');
  const theirs = sanne.row('Quarter');
  const below = sanne.below(theirs);
  await expect(below).toContainText('Saskia said that signals 1 and 2 are about the same people.');
  await expect(theirs).toContainText('Nobody yet');
  await approve(theirs).click();
  await expect(theirs).toContainText('You approved this.');
  await expect(theirs.getByRole('button', { name: 'Release' })).toHaveCount(0);
  // Both know why the two do not count together.
  const notSaid = 'You said that signals 1 and 2 are about the same people. Sanne did not.';
  await expect(details).toContainText(notSaid);
  await expect(mine).not.toContainText('Sanne, Saskia');
  await havre.accessible(saskia.page);
  await below.getByText('Look at these signals').click();
  await havre.accessible(sanne.page);

  const sayToo = below.getByRole('button', { name: 'Say the same as Saskia', exact: true });
  await sayToo.click();
  const agreed = 'Saskia and you say the same: signals 1 and 2 are about the same people.';
  await expect(below.getByRole('listitem').filter({ hasText: agreed })).toBeFocused();
  await expect(sayToo).toHaveCount(0);
  await expect(theirs).toContainText('Saskia');
  await approve(theirs).click();
  // The other supervisor's screen follows by itself.
  await expect(mine).toContainText('Sanne, Saskia');
  await theirs.getByRole('button', { name: 'Release', exact: true }).click();
  const left = sanne.row('Counted with others: Released');
  await expect(left).toBeVisible();
  await expect(saskia.row('Counted with others: Released')).toBeVisible();
  // What is in it is gone, and the quarter cannot leave a second time.
  await expect(approve(saskia.row('Quarter'))).toHaveCount(0);

  const [download] = await Promise.all([
    sanne.page.waitForEvent('download'),
    left.getByRole('link', { name: 'Download', exact: true }).click(),
  ]);
  const file = await download.path();
  for (const unit of ['demo-unit-nl.key', 'demo-unit-be.key']) {
    const key = join(havre.dataDir, unit);
    const zip = execFileSync('age', ['-d', '-i', key, file], { maxBuffer: 1e8 });
    expect(zip.subarray(0, 2).toString()).toBe('PK');
    const opened = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'e2e/signal-open.ts', file, '--identity', key, '--lang', 'en'],
      { cwd: project, encoding: 'utf8' },
    );
    expect(opened.stderr).toBe('');
    expect(opened.stdout).toMatch(/^SYNTHETIC, a trial file/);
    expect(opened.stdout).toContain('That does not say when anything happened.');
    expect(opened.status).toBe(0);
  }
});
