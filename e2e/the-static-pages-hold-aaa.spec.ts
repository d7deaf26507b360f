import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { infoTopics } from '#messages/content/info-topics.ts';
import { expect, test } from './fixtures/havre.ts';
import { locales } from './pages/names.ts';

const sniffer = readFileSync(
  new URL('../node_modules/html_codesniffer/build/HTMLCS.js', import.meta.url),
  'utf8',
);

type Sniffer = {
  process: (standard: string, content: Document, done: () => void) => void;
  getMessages: () => { type: number; code: string; msg: string; element: Element }[];
};

/** Errors of HTML_CodeSniffer; its warnings ask for a person's judgement and are not counted. */
async function errorsOf(page: Page): Promise<string[]> {
  await page.evaluate(sniffer);
  return page.evaluate(async () => {
    const { HTMLCS } = window as unknown as { HTMLCS: Sniffer };
    await new Promise<void>((resolve) => HTMLCS.process('WCAG2AAA', document, resolve));
    return HTMLCS.getMessages()
      .filter(({ type }) => type === 1)
      .map(({ code, msg, element }) => `${code} ${msg} ${element.outerHTML?.slice(0, 120)}`);
  });
}

for (const locale of locales) {
  test(`HTML_CodeSniffer finds no error against WCAG 2 AAA (${locale})`, async ({ havre }) => {
    const page = await havre.page();
    const info = [...infoTopics, 'poster'].map((topic) => `/${locale}/info/${topic}`);
    for (const path of [`/${locale}`, `/${locale}/not-there`, ...info]) {
      await page.goto(`${havre.origin}${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      for (const folded of await page.locator('summary').all()) await folded.click();
      expect(await errorsOf(page)).toEqual([]);
    }
    // It does find one that is there.
    await page.evaluate(() => document.body.append(document.createElement('img')));
    expect(await errorsOf(page)).not.toEqual([]);
  });
}
