import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receiveAsCounsellor } from '../conversation/counsellor.ts';
import { receiveAsPerson } from '../conversation/person.ts';
import { sendMessage } from '../conversation/session.ts';
import { tally } from './tally.ts';
import { claimed, expected, said, seeded } from './world.ts';

const count = tally('roll-back', 'rolled back', 'quarantined', 'unreadable', 'shown');

type Op = { act: 'desk says' | 'person says' | 'keep' | 'roll back'; deliver: boolean };

const op = fc.record<Op>({
  act: fc.constantFrom('desk says', 'person says', 'keep', 'roll back'),
  deliver: fc.boolean(),
});

/** One chat under attack; each method is one thing that can happen. */
function attacked(salt: number) {
  const chat = claimed('rollback');
  const random = seeded(`rollback ${salt}`);
  let person = receiveAsPerson(chat.person, chat.claim.frame, expected).session;
  let desk = chat.desk;
  let kept = desk;
  const shown = new Set<number>();

  function deskSays(text: string) {
    const sent = sendMessage(desk, said(text), random);
    if (!sent.ok) return;
    desk = sent.session;
    const step = receiveAsPerson(person, sent.frame, expected);
    person = step.session;
    note(step.result.type);
    if (step.result.type !== 'message') return;
    expect(shown.has(step.result.message.seq)).toBe(false);
    shown.add(step.result.message.seq);
    count('shown');
  }

  function personSays(text: string, deliver: boolean) {
    const sent = sendMessage(person, said(text), random);
    if (!sent.ok) return;
    person = sent.session;
    if (!deliver) return;
    const step = receiveAsCounsellor(desk, sent.frame);
    desk = step.session;
    note(step.result.type);
  }

  const note = (word: string) => {
    if (word === 'quarantined' || word === 'unreadable') count(word);
  };

  return ({ act, deliver }: Op, i: number) => {
    if (act === 'desk says') deskSays(`desk ${i}`);
    if (act === 'person says') personSays(`person ${i}`, deliver);
    if (act === 'keep') kept = desk;
    if (act !== 'roll back') return;
    desk = kept;
    count('rolled back');
  };
}

describe('a server that brings back an old checkpoint', () => {
  it('cannot make the person read two things under one number', () => {
    fc.assert(
      fc.property(fc.array(op, { minLength: 12, maxLength: 40 }), fc.nat(), (ops, salt) => {
        ops.forEach(attacked(salt));
      }),
      { numRuns: 80 },
    );
  });
});
