import { everyStep } from '#lib/safety/every-step.ts';
import { somethingAnswers } from '../portal/exit-probe.ts';

/** While nothing answers: how long until the next attempt, in ms. */
const AGAIN_MS = 2000;

async function goWhenAnswered(address: string, say: () => void): Promise<void> {
  if (await somethingAnswers(address)) {
    say();
    return location.replace(address);
  }
  setTimeout(() => void goWhenAnswered(address, say), AGAIN_MS);
}

/** What was said into a line that was cut is said again, once: when something answers, or the page is closed. */
function sayOnce(unheard: (() => void)[]): () => void {
  const say = () => void everyStep(unheard.splice(0));
  addEventListener('pagehide', say);
  return say;
}

/**
 * Goes to the neutral page, at once where an answer can be expected. Without a connection the browser
 * would show an error page with our name on it; so then the covered page stays, which looks like an empty
 * one, and leaves by itself as soon as anything answers.
 * @param address of our own, such as `/exit/nl`
 * @param isCutOff the server is not to be reached, as far as the page knows
 * @param unheard what the server was told, and cannot have heard if that is so
 */
export function goAway(address: string, isCutOff: boolean, unheard: (() => void)[]): void {
  // Past the router, which is gone by now: a reload of the covered page leads away too.
  History.prototype.replaceState.call(history, null, '', address);
  if (isCutOff || !navigator.onLine) void goWhenAnswered(address, sayOnce(unheard));
  else location.replace(address);
}
