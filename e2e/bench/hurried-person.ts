import type { Page } from '@playwright/test';
import { words } from '../pages/names.ts';

export type Reached = { canStart: number; chatOpen: number };

/**
 * Lets the page press by itself, in every frame, what somebody in a hurry would: a country, "Continue",
 * "Start chat". From outside, each press would wait for the slowed network of the browser's own tools.
 * Call it before the navigation.
 */
export async function hurry(page: Page): Promise<void> {
  const help = (key: string) => words('en', 'help', key);
  const names = {
    dead: help('home.noScript'),
    country: help('country.NL'),
    go: help('home.go'),
    start: help('before.start'),
    preparing: help('answer.preparing'),
    box: words('en', 'chat', 'box'),
  };
  await page.addInitScript((said) => {
    const reached: Partial<Reached> = {};
    Object.assign(window, { reached });
    const button = (name: string) =>
      [...document.querySelectorAll('button')].find((one) => one.textContent === name);
    const country = () =>
      [...document.querySelectorAll('label')].find((one) => one.textContent === said.country);
    const steps = [
      // The HTML says that nothing works without script until something does. Not the whole body: the
      // words stand in its inline scripts, too, and stay there.
      () => {
        const shown = document.querySelector('main')?.textContent;
        return shown && !shown.includes(said.dead) && button(said.go);
      },
      () => country()?.click() ?? true,
      () => document.querySelector('input:checked'),
      () => button(said.go)?.click() ?? true,
      () => button(said.start)?.disabled === false,
      () => button(said.start)?.click() ?? true,
      () => {
        const status = document.querySelector('main [role="status"]')?.textContent ?? '';
        return status.includes(said.preparing) || !button(said.start);
      },
      () => {
        reached.canStart = performance.now();
        return true;
      },
      () => [...document.querySelectorAll('label')].some((one) => one.textContent === said.box),
      () => {
        reached.chatOpen = performance.now();
        return true;
      },
    ];
    const look = () => {
      while (steps[0]?.()) steps.shift();
      if (steps.length > 0) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, names);
}

/** Milliseconds since the navigation began. */
export async function whatWasReached(page: Page): Promise<Reached> {
  // Not `waitForFunction`, which compiles its function in the page again and again: the policy forbids it.
  return page.evaluate(
    () =>
      new Promise<Reached>((resolve, reject) => {
        const { reached } = window as unknown as { reached: Partial<Reached> };
        setTimeout(() => reject(new Error('no chat within 90 s')), 90_000);
        const look = () =>
          reached.chatOpen === undefined
            ? void requestAnimationFrame(look)
            : resolve(reached as Reached);
        look();
      }),
  );
}
