import type { Browser, Page } from '@playwright/test';

/** An old phone on the edge of a village. */
export const conditions = { cpuSlowdown: 6, kbitPerSecond: 400, latencyMs: 400 } as const;

/** A page with an empty cache on such a phone. Close its context afterwards. */
export async function slowPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-GB' });
  const page = await context.newPage();
  // What compiles this file names functions with a helper, which functions sent to a page lack there.
  await page.addInitScript({ content: 'globalThis.__name = (made) => made;' });
  const cdp = await context.newCDPSession(page);
  const bytesPerSecond = (conditions.kbitPerSecond * 1000) / 8;
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: conditions.latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: conditions.cpuSlowdown });
  return page;
}

/** First contentful paint in milliseconds since the navigation began; the heading is in that paint. */
export async function paintedAt(page: Page): Promise<number> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName('first-contentful-paint')[0];
          if (paint) resolve(paint.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}
