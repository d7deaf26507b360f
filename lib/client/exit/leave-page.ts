import type { AppLocale } from '#lib/i18n/routing.ts';
import { everyStep } from '#lib/safety/every-step.ts';
import { leave } from '#lib/safety/leave.ts';
import { goAway } from './go-away.ts';
import { type OpenChat, takeOpenChats } from './open-chat.ts';

/** Hides everything before the next frame is painted, see [Note: covered]. */
export function coverPage(): void {
  document.documentElement.setAttribute('data-covered', '');
}

/** The icon needs no step: every page of ours has the same transparent dot. */
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
 * covered page stays, which looks like an empty one, and holds nothing but what the server has to hear.
 * @param dropScreens has the screens let go of what they hold, at once
 */
export function leavePage(locale: AppLocale, dropScreens: () => void): void {
  const chats = takeOpenChats();
  const each = (step: (chat: OpenChat) => void) => {
    everyStep(chats.map((chat) => () => step(chat)));
  };
  let isCutOff = false;
  const unheard: (() => void)[] = [];
  leave({
    cover: coverPage,
    blankTitle,
    tellServer: () => each((chat) => void unheard.push(...chat.tellServer())),
    closeSocket() {
      each((chat) => {
        isCutOff ||= chat.isCutOff();
      });
      each((chat) => chat.closeSocket());
    },
    stopListening: () => each((chat) => chat.stopListening()),
    dropKeysAndMessages: () => each((chat) => chat.forget()),
    dropScreens,
    dropPage,
    goAway: () => goAway(`/exit/${locale}`, isCutOff, unheard),
  });
}
