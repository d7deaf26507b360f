import { isPageLeft } from './exit/open-chat.ts';

/** Between two attempts, in ms. */
const AGAIN_MS = 3000;

/**
 * Asks for code that comes when it is needed until it is here. A line that breaks at that moment must not end the
 * screen it is for, and with it a chat. Once the page was left nothing is asked any more.
 */
export async function untilLoaded<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      await new Promise((go) => setTimeout(go, AGAIN_MS));
      if (isPageLeft()) return await new Promise<never>(() => {});
    }
  }
}
