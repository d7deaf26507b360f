import { useEffect, useState } from 'react';
import { dayAt } from '#lib/protocol/hours/zone-clock.ts';
import { breathe } from './breathe.ts';
import type { Organisation } from './organisation.ts';
import { isWrongDate } from './wrong-date.ts';

export type SiteState =
  | { kind: 'idle' }
  | { kind: 'loading' }
  /** No answer yet; we keep trying by ourselves. */
  | { kind: 'unreachable' }
  | ({ kind: 'ready' } & Loaded);

/** `wrongDate`: none of them can be used, because of the date of this device. */
type Loaded = { organisations: Organisation[]; wrongDate: boolean };

const RETRY_MS = 3000;
/** A line may be slow for longer, but nobody waits longer without a word; in ms. */
const SAY_MS = 4500;
/** Hours pass and team keys end while a page lies open: look again before they matter. */
const FRESH_MS = 10 * 60_000;
/** Somebody may sit down at the desk in the next minute. */
const OFF_DUTY_MS = 60_000;
/** Whoever sets the date right comes back and expects it to work. */
const WRONG_DATE_MS = 10_000;

async function loadOnce(): Promise<Loaded | null> {
  const [{ fetchSite }, { organisationsOf }] = await Promise.all([
    import('../portal/site-portal.ts'),
    import('./organisation.ts'),
  ]);
  const site = await fetchSite();
  const now = Date.now();
  const organisations = site && (await organisationsOf(site.bytes, now));
  if (!organisations) return null;
  for (const { hours } of organisations) {
    // The first look at a clock of another zone is slow as well.
    dayAt(hours.zone, now);
    await breathe();
  }
  return { organisations, wrongDate: isWrongDate(site.servedAt, now, organisations) };
}

function againIn(loaded: Loaded | null): number {
  if (!loaded) return RETRY_MS;
  if (loaded.wrongDate) return WRONG_DATE_MS;
  return loaded.organisations.every(({ onDuty }) => onDuty) ? FRESH_MS : OFF_DUTY_MS;
}

/**
 * The organisations of this installation, fetched and checked once they are needed and kept fresh. The
 * code that checks signatures is a chunk of its own, so the first screen does not wait for it.
 */
export function useSite(needed: boolean): SiteState {
  const [state, setState] = useState<SiteState>({ kind: 'idle' });
  useEffect(() => {
    if (!needed) return;
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let late: ReturnType<typeof setTimeout> | undefined;
    const say = () =>
      setState((before) => (before.kind === 'ready' ? before : { kind: 'unreachable' }));
    const run = async () => {
      late = setTimeout(say, SAY_MS);
      const loaded = await loadOnce().catch(() => null);
      clearTimeout(late);
      if (stopped) return;
      if (loaded) setState({ kind: 'ready', ...loaded });
      else say();
      timer = setTimeout(run, againIn(loaded));
    };
    setState((before) => (before.kind === 'idle' ? { kind: 'loading' } : before));
    void run();
    return () => {
      stopped = true;
      clearTimeout(timer);
      clearTimeout(late);
    };
  }, [needed]);
  return state;
}
