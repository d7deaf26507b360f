import type { AppLocale } from '#lib/i18n/routing.ts';
import { leave } from '#lib/safety/leave.ts';
import { openChat } from './open-chat.ts';

/** Hides everything before the next frame is painted, see [Note: covered]. */
export function coverPage(): void {
  document.documentElement.setAttribute('data-covered', '');
}

/** The icon says nothing to begin with: every page has the same grey one. */
function blankTitle(): void {
  document.title = '';
}

/** Empties every text and field of the old page, then puts an empty one in its place. */
function dropPage(): void {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.textContent = '';
  for (const field of document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(
    'textarea, input[type="text"], input:not([type])',
  ))
    field.value = '';
  document.body.replaceWith(document.createElement('body'));
}

/**
 * The quick exit, in one synchronous function. Nothing waits for the network: when no answer comes, the
 * covered page stays, which looks like an empty one.
 */
export function leavePage(locale: AppLocale): void {
  const chat = openChat();
  leave({
    cover: coverPage,
    blankTitle,
    tellServer: () => chat?.tellServer(),
    closeSocket: () => chat?.closeSocket(),
    dropKeysAndMessages: () => chat?.forget(),
    dropPage,
    goAway: () => location.replace(`/exit/${locale}`),
  });
}
