import type { Desk } from '#lib/client/desk/desk.ts';
import type { OpenChat } from '#lib/client/desk/desk-view.ts';
import type { PersonChat } from '#lib/client/person/person-chat.ts';
import { tickOf } from '#lib/client/person/view.ts';
import type { MailboxId } from '#lib/protocol/ids.ts';

const openChat = (desk: Desk, mailboxId: MailboxId): OpenChat | null => {
  if (desk.getSnapshot().current?.mailboxId !== mailboxId) desk.select(mailboxId);
  return desk.getSnapshot().current;
};

/** What the person's screen shows. */
export function personSide(chat: PersonChat) {
  const messages = () =>
    chat.getSnapshot().entries.flatMap((entry) => (entry.kind === 'message' ? [entry] : []));
  const from = (who: 'us' | 'them') => messages().filter((entry) => entry.from === who);
  return {
    heard: () => from('them').map(({ text }) => text),
    ticks: () =>
      new Map(from('us').map((entry) => [entry.text, String(tickOf(chat.getSnapshot(), entry))])),
    notices: () =>
      chat
        .getSnapshot()
        .entries.filter((entry) => entry.kind === 'notice' && entry.notice !== 'joined').length,
  };
}

/** What the counsellor's screen shows of one conversation. */
export function deskSide(desk: Desk, mailboxId: () => MailboxId | null) {
  const current = () => {
    const id = mailboxId();
    return id ? openChat(desk, id) : null;
  };
  const messages = () =>
    (current()?.entries ?? []).flatMap((entry) => (entry.kind === 'message' ? [entry] : []));
  const from = (who: 'us' | 'person') => messages().filter((entry) => entry.from === who);
  return {
    current,
    heard: () => from('person').map(({ text }) => text),
    own: () => from('us').map(({ text }) => text),
    ticks: () => new Map(from('us').map(({ text, tick }) => [text, String(tick)])),
    notices: () =>
      (current()?.entries ?? []).filter(
        (entry) => entry.kind === 'notice' && entry.notice.startsWith('message_'),
      ).length,
  };
}
