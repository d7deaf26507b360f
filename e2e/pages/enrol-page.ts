import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';

export type Account = {
  name: string;
  password: string;
  totp: Secret;
  code(stepsAhead?: number): string;
};

/** Setting up an organisation and joining one, in English, by hand as people do. */
export function enrolPage(page: Page) {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const wordsIn = (testId: string) => page.getByTestId(testId).locator('li').allTextContents();

  /** Name, the seven words with their confirmation, and the authenticator app. */
  async function makeAccount(name: string, workName = name): Promise<Account> {
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Work name').fill(workName);
    await press('Continue');
    return makeCredentials(name);
  }

  /** The seven words with their confirmation, and the authenticator app. */
  async function makeCredentials(name: string): Promise<Account> {
    const password = (await wordsIn('passphrase')).join(' ');
    expect(password.split(' ')).toHaveLength(7);
    await press('I wrote them down');
    await page.getByLabel('Password').fill(password);
    await press('Continue');
    const shown = (await page.getByTestId('totp-secret').textContent()) ?? '';
    const totp = new TOTP({ secret: Secret.fromBase32(shown.replaceAll(' ', '')) });
    const code = (stepsAhead = 0) =>
      totp.generate({ timestamp: Date.now() + stepsAhead * totp.period * 1000 });
    await page.getByLabel('Code', { exact: true }).fill(code());
    await press('Continue');
    return { name, password, totp: totp.secret, code };
  }

  return {
    page,
    press,
    /** @returns the account, and the text of the first sheet of the recovery kit */
    async setUp(
      link: string,
      organisation: string,
      { name = 'eva', workName = 'eva' } = {},
    ): Promise<Account & { kit: string }> {
      await page.goto(link);
      await press('English');
      await press('Begin');
      await page.getByLabel('Name of the organisation').fill(organisation);
      await page.getByLabel('Belgium').check();
      for (const language of ['Dutch', 'French', 'English']) {
        await page.getByLabel(language, { exact: true }).check();
      }
      for (const day of [
        'Monday',
        'Tuesday',
        'Wednesday',
        'Thursday',
        'Friday',
        'Saturday',
        'Sunday',
      ]) {
        await page.getByLabel(`All day, ${day}`).check();
      }
      await press('Continue');
      await press('Make the keys');
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Download sheet 1' }).click();
      const kit = readFileSync(await (await download).path(), 'utf8');
      await page.getByRole('textbox').fill(/- ([0-9a-f]{4})/.exec(kit)?.[1] ?? 'none');
      await press('Continue');
      const account = await makeAccount(name, workName);
      await expect(page.getByRole('heading', { name: `${organisation} is set up` })).toBeVisible();
      return { ...account, kit };
    },
    /** @returns the account, and the five words on the newcomer's screen */
    async join(link: string, name: string): Promise<{ account: Account; words: string[] }> {
      await page.goto(link);
      await press('Begin');
      const account = await makeAccount(name);
      await expect(page.getByTestId('five-words')).toBeVisible();
      return { account, words: await wordsIn('five-words') };
    },
    /** Begins an account anew by a link. @returns what is new, and the five words on the member's screen */
    async renew(link: string, name: string): Promise<{ account: Account; words: string[] }> {
      await page.goto(link);
      await press('English');
      await press('Begin');
      const account = await makeCredentials(name);
      await expect(page.getByTestId('five-words')).toBeVisible();
      return { account, words: await wordsIn('five-words') };
    },
    /** Signs in with the second factor; no code serves twice, so it is the next one. */
    async signIn(origin: string, account: Account): Promise<void> {
      await page.goto(`${origin}/en/sign-in`);
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill(account.name);
      await page.getByLabel('Password', { exact: true }).fill(account.password);
      await press('Sign in');
      await page.getByLabel('Code', { exact: true }).fill('12345');
      await press('Continue');
      await expect(page.getByText('A code has six digits.')).toBeVisible();
      await page.getByLabel('Code', { exact: true }).fill(account.code(1));
      await press('Continue');
    },
  };
}

export type EnrolPage = ReturnType<typeof enrolPage>;

/** Invites somebody as a counsellor, has them join, and approves them. @returns their account and five words */
export async function welcomeColleague(founder: EnrolPage, newcomer: EnrolPage, name: string) {
  await founder.page.getByLabel('Counsellor').check();
  await founder.press('Make a link');
  const invitation = await founder.page.getByLabel('Link', { exact: true }).inputValue();
  const joined = await newcomer.join(invitation, name);
  const card = founder.page.getByRole('article', { name });
  await expect(card).toBeVisible();
  expect(await card.getByRole('list').locator('li').allTextContents()).toEqual(joined.words);
  await founder.press(`Approve ${name}`);
  await expect(founder.page.getByText(`${name} can work now.`)).toBeVisible();
  return joined;
}
