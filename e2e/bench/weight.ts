import type { Page } from '@playwright/test';

export const kinds = ['html', 'css', 'js', 'rsc', 'icons', 'other'] as const;
export type Weight = Record<(typeof kinds)[number] | 'total', number>;

type Fetched = { path: string; bytes: number; endedAt: number; rsc: boolean };

/** Everything a page fetched from its own origin: bytes of the bodies as they were sent. */
export function fetchedBy(page: Page): Promise<Fetched[]> {
  return page.evaluate(() => {
    const isTimed = (entry: PerformanceEntry): entry is PerformanceResourceTiming =>
      entry instanceof PerformanceResourceTiming;
    return performance
      .getEntries()
      .filter(isTimed)
      .map((entry) => ({
        path: new URL(entry.name).pathname,
        rsc: new URL(entry.name).searchParams.has('_rsc'),
        bytes: entry.encodedBodySize,
        endedAt: entry.responseEnd,
      }));
  });
}

/** @param until milliseconds since the navigation began; what had not arrived whole by then is left out. */
export function weigh(fetched: readonly Fetched[], until = Number.POSITIVE_INFINITY): Weight {
  const weight: Weight = { html: 0, css: 0, js: 0, rsc: 0, icons: 0, other: 0, total: 0 };
  for (const one of fetched) {
    // Talk, not the page: how long a chat is says nothing of what had to be loaded for it.
    if (one.endedAt > until || one.path.startsWith('/socket.io')) continue;
    weight[kindOf(one)] += one.bytes;
    weight.total += one.bytes;
  }
  return weight;
}

function kindOf({ path, rsc }: Fetched): (typeof kinds)[number] {
  if (rsc) return 'rsc';
  if (path.endsWith('.css')) return 'css';
  if (path.endsWith('.js')) return 'js';
  if (/\.(ico|svg|png)$|\/icon/.test(path)) return 'icons';
  return /\.\w+$/.test(path) ? 'other' : 'html';
}
