import { openStarts, previewOf, type StartKey } from '#lib/crypto/conversation/open-starts.ts';
import { readStartHeader, startFormOf } from '#lib/crypto/conversation/start-header.ts';
import type { Prefs } from '#lib/crypto/messages/content.ts';
import { fromHex } from '#lib/crypto/primitives/bytes.ts';
import { xWingKeys } from '#lib/crypto/primitives/x-wing.ts';
import type { MailboxId } from '#lib/protocol/ids.ts';
import type { Presence, WaitingMailbox } from '#lib/protocol/team/conversation-events.ts';
import type { TeamSession } from '../team/team-session.ts';
import { chatNumber } from './held.ts';
import { orNull } from './or-null.ts';

/** Somebody who waits, as the queue shows them. No text: it stays closed until "Take". */
export type WaitingCard = {
  mailboxId: MailboxId;
  number: number;
  /** Null: this desk holds no key that opens the chat. */
  person: Prefs | null;
  /** Whole minutes waited, by the person's own clock; null when they sent no time. */
  minutes: number | null;
  presence: Presence;
};

/** What opening a mailbox gave: enough to sort and show it. */
export type Intake = { person: Prefs | null; minute: number };

const nothingSaid: Prefs = {
  language: null,
  country: null,
  age: 'not-said',
  danger: false,
  cover: false,
};

/** The key of the epoch that a mailbox was started under; none when this member's vault lacks it. */
export function startKeysOf(
  session: Pick<TeamSession, 'epochSeed'>,
  mailbox: WaitingMailbox,
): StartKey[] {
  const first = mailbox.frames.find(({ blob }) => startFormOf(blob) === 'first');
  if (!first) return [];
  // Anybody may write into a mailbox: what is no START must not stop the desk.
  const header = orNull(() => readStartHeader(first.blob));
  const seed = header && session.epochSeed(header.epoch);
  return header && seed ? [{ epoch: header.epoch, keys: xWingKeys(seed), psk: null }] : [];
}

/** Opens a waiting mailbox; null when no key of this member does. */
export function openIntake(
  session: Pick<TeamSession, 'epochSeed' | 'view'>,
  mailbox: WaitingMailbox,
) {
  const orgId = fromHex(session.view.organisationId);
  const { starts } = openStarts({
    orgId,
    teamId: orgId,
    mailboxId: fromHex(mailbox.mailboxId),
    frames: mailbox.frames.map(({ blob }) => blob),
    keys: startKeysOf(session, mailbox),
  });
  return starts[0] ?? null;
}

/** What may be shown before "Take". */
export function intakeOf(
  session: Pick<TeamSession, 'epochSeed' | 'view'>,
  mailbox: WaitingMailbox,
): Intake | null {
  const start = openIntake(session, mailbox);
  if (!start) return null;
  const preview = previewOf(start);
  return { person: preview.prefs ?? nothingSaid, minute: preview.minute };
}

/** @param nowMinute whole minutes since 1970 of this desk's clock */
export function cardOf(
  mailbox: WaitingMailbox,
  intake: Intake | null,
  nowMinute: number,
): WaitingCard {
  const minute = intake?.minute ?? 0;
  return {
    mailboxId: mailbox.mailboxId,
    number: chatNumber(mailbox.mailboxId),
    person: intake?.person ?? null,
    // Two clocks: a person's that is ahead must not make a negative time.
    minutes: minute === 0 ? null : Math.max(0, nowMinute - minute),
    presence: mailbox.presence,
  };
}

/** Danger first, then who came first. */
export function inOrder<T extends { arrival: number; danger: boolean }>(
  waiting: readonly T[],
): T[] {
  return [...waiting].sort((a, b) => Number(b.danger) - Number(a.danger) || a.arrival - b.arrival);
}
