import { useEffect, useRef, useState } from 'react';
import { useSite } from '#lib/client/site/use-site.ts';
import { type Listed, useWhoAnswers } from '#lib/client/site/use-who-answers.ts';
import { type CountryChoice, chosenOf } from '#lib/client/site/who-answers.ts';
import type { AppLocale } from '#lib/i18n/routing.ts';

export type Screen = 'home' | 'before' | 'chat';

/** A page that was just opened on a slow line has better things to fetch than whether we are open. */
const SETTLED_MS = 2000;

function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLED_MS);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}

/** The steps from the start page to a chat, all on one address; nothing here reaches the history. */
export function useHelpFlow(locale: AppLocale) {
  const [screen, setScreen] = useState<Screen>('home');
  const [country, setCountry] = useState<CountryChoice | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const [inDanger, setInDanger] = useState(false);
  const [isForOther, setForOther] = useState(false);
  const settled = useSettled();
  // Not in a chat: there is nothing left to choose, and every request is one more that can be seen.
  const site = useSite(screen === 'before' || (screen === 'home' && (settled || country !== null)));
  const { answer, toAll } = useWhoAnswers(site, country, locale);
  const headingRef = useRef<HTMLHeadingElement>(null);

  // A new screen begins at its top, also for a screen reader; the first one is left alone.
  const last = useRef(screen);
  useEffect(() => {
    if (last.current === screen) return;
    last.current = screen;
    scrollTo(0, 0);
    headingRef.current?.focus({ preventScroll: true });
  }, [screen]);

  return {
    screen,
    country,
    inDanger,
    isForOther,
    site,
    answer,
    toAll,
    chosen: chosenOf(answer, country, picked),
    headingRef,
    go: setScreen,
    setCountry: (next: CountryChoice) => {
      setCountry(next);
      setPicked(null);
    },
    pick: (organisation: Listed) => setPicked(organisation.id),
    /** By which door: who comes back and takes another one means the other one. */
    toBefore(door: 'self' | 'other' | 'danger') {
      setForOther(door === 'other');
      setInDanger(door === 'danger');
      setScreen('before');
    },
    restart() {
      setInDanger(false);
      setForOther(false);
      setPicked(null);
      setScreen('home');
    },
  };
}
