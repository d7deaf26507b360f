import { expect, it } from 'vitest';
import { sealMargin } from '#lib/crypto/conversation/margin.ts';
import { utf8 } from '#lib/crypto/primitives/bytes.ts';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import { lookId, mailboxId } from '#lib/protocol/ids.ts';
import { limits } from '#lib/protocol/limits.ts';
import { allCodes, FIELD_NAMES, isSet, MAX_CODES } from '#lib/signals/fields.ts';
import { INDICATORS } from '#lib/signals/indicators/operational-indicators.ts';
import type { Signal } from '#lib/signals/signal.ts';
import type { ConversationKeys } from './held.ts';
import { emptyMargin, type Margin, openedMargin, sealedMargin } from './margin.ts';
import { isFlagged } from './off-the-table.ts';

const id = 'ab'.repeat(16);
const keys = { csk: systemRandom(32), mailboxId: mailboxId.parse(id) } as ConversationKeys;

it('the fullest form fits what the server keeps, and comes back as it was', () => {
  const longest = (codes: readonly string[]) => [...codes].sort((a, b) => b.length - a.length);
  const sets = FIELD_NAMES.filter(isSet).map((field) => {
    const kept = longest(allCodes(field)).slice(0, MAX_CODES);
    return [field, allCodes(field).filter((code) => kept.includes(code))];
  });
  const margin: Margin = {
    ...emptyMargin,
    signal: { ...Object.fromEntries(sets), country: 'NL', exploitation: 'ForcedLabour' } as Signal,
    ticked: INDICATORS.map((_, at) => at),
    unitKey: 'a'.repeat(62),
    look: { id: lookId.parse(id), of: id, by: { name: 'N'.repeat(40), isSupervisor: true } },
  };
  delete margin.signal.sex_exploitation_form;
  const blob = sealedMargin(keys, margin, systemRandom);
  expect(blob.length).toBeLessThanOrEqual(limits.marginBytes);
  expect(openedMargin(keys, blob)).toEqual(margin);
});

it('one that was kept before there were indicators still tells of danger', () => {
  const { ticked: _later, look: _too, ...before } = { ...emptyMargin, danger: true };
  const blob = sealMargin(
    keys.csk,
    Buffer.from(id, 'hex'),
    utf8(JSON.stringify(before)),
    systemRandom,
  );
  expect(openedMargin(keys, blob)).toEqual({ ...emptyMargin, danger: true });
});

it('one that does not open counts as a flag for good, and one that never was is none', () => {
  expect(openedMargin(keys, null)).toEqual(emptyMargin);
  const danger = sealedMargin(keys, { ...emptyMargin, danger: true }, systemRandom);
  const damaged = danger.map((byte, at) => (at === 100 ? byte ^ 1 : byte));
  const other = sealMargin(keys.csk, Buffer.from(id, 'hex'), utf8('{}'), systemRandom);
  for (const blob of [damaged, danger.slice(1), new Uint8Array(), other]) {
    const margin = openedMargin(keys, blob);
    expect(margin).toEqual({ ...emptyMargin, unreadable: true });
    expect(isFlagged({ margin, person: null })).toBe(true);
    // The next that is kept says so too.
    const next = sealedMargin(keys, { ...margin, ownQuestionDone: true }, systemRandom);
    expect(openedMargin(keys, next).unreadable).toBe(true);
  }
  expect(isFlagged({ margin: openedMargin(keys, danger), person: null })).toBe(true);
  expect(isFlagged({ margin: openedMargin(keys, null), person: null })).toBe(false);
});
