import { describe, expect, it } from 'vitest';
import { mailboxId } from '#lib/protocol/ids.ts';
import { cardOf, inOrder } from './waiting.ts';

const mailbox = {
  mailboxId: mailboxId.parse('0123456789abcdef0123456789abcdef'),
  arrival: 7,
  presence: 'here',
  frames: [],
} as const;
const person = {
  language: 'nl',
  country: null,
  age: 'not-said',
  danger: false,
  cover: false,
} as const;

describe('who waits', () => {
  it('stands in order of arrival, behind those in danger', () => {
    const all = [
      { arrival: 3, danger: false },
      { arrival: 9, danger: true },
      { arrival: 1, danger: false },
      { arrival: 8, danger: true },
    ];
    expect(inOrder(all).map(({ arrival }) => arrival)).toEqual([8, 9, 1, 3]);
  });

  it('has waited since the minute they sent, never less than nothing', () => {
    const now = 29_000_000;
    const waited = (minute: number) =>
      cardOf({ ...mailbox, frames: [] }, { person, minute }, now).minutes;
    expect(waited(now - 12)).toBe(12);
    expect(waited(now + 3)).toBe(0);
    expect(waited(0)).toBeNull();
  });

  it('is shown without a word of theirs when no key of this desk opens the chat', () => {
    expect(cardOf({ ...mailbox, frames: [] }, null, 1)).toMatchObject({
      person: null,
      minutes: null,
      number: expect.any(Number),
    });
  });
});
