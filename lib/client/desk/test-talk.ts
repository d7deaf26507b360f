import { expect } from 'vitest';
import type { PersonChat } from '../person/person-chat.ts';
import type { Desk } from './desk.ts';
import { soon } from './test-asked.ts';

/** What stands in the open chat of a desk, each with who said it. */
export const said = (desk: Desk) =>
  (desk.getSnapshot().current?.entries ?? []).flatMap((entry) =>
    entry.kind === 'message' ? [`${entry.from}: ${entry.text}`] : [],
  );
/** What a person sees of their chat. */
export const heard = (person: PersonChat) =>
  person.getSnapshot().entries.flatMap((entry) => (entry.kind === 'message' ? [entry.text] : []));
/** The message of this text at the desk, with its mark. */
export const tick = (desk: Desk, text: string) =>
  desk
    .getSnapshot()
    .current?.entries.find((entry) => entry.kind === 'message' && entry.text === text);

/** Waits until exactly one person waits, and takes them. */
export async function takeTheOne(desk: Desk) {
  await soon(() => expect(desk.getSnapshot().waiting).toHaveLength(1));
  const mailboxId = desk.getSnapshot().waiting[0]?.mailboxId;
  if (!mailboxId) throw new Error('nobody waits');
  await desk.take(mailboxId);
  return mailboxId;
}
