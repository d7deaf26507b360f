import { describe, expect, it } from 'vitest';
import { addOwn, newView, type PersonView, settle } from '#lib/client/person/view.ts';
import { type Moment, sentencesOf } from './chat-sentences.ts';

const place2 = { kind: 'waiting', place: 2, attendance: 'here' } as const;
const waiting: PersonView = { ...newView, line: 'connected', phase: place2 };
const open: PersonView = { ...waiting, phase: { kind: 'open' }, counsellor: 'Anna' };

const calm: Moment = {
  ...{ inDanger: false, longWait: false, hasNumbers: true, wasAway: false },
  ...{ isThinking: false, isSilent: false, moving: 'no' },
};

describe('the status of a chat', () => {
  it('tells who waits that they may write, then that it arrived, and their place', () => {
    expect(sentencesOf(waiting, calm)).toEqual(['wait.write', 'wait.place']);
    const written = addOwn(waiting, 1, 'help', 0);
    expect(sentencesOf(written, calm)).toEqual(['wait.write', 'wait.place']);
    expect(sentencesOf(settle(written, 1, 'stored'), calm)).toEqual(['wait.stored', 'wait.place']);
  });

  it('says 112 in place of the number to who is in danger', () => {
    expect(sentencesOf(waiting, { ...calm, inDanger: true })).toEqual([
      'wait.write',
      'wait.urgent',
    ]);
  });

  it('promises neither a place nor the top to who waits where nobody is', () => {
    for (const [attendance, sentence] of [
      ['nobody', 'wait.nobody'],
      ['closed', 'wait.closed'],
    ] as const) {
      const view: PersonView = { ...waiting, phase: { ...place2, attendance } };
      for (const moment of [calm, { ...calm, inDanger: true }, { ...calm, longWait: true }])
        expect(sentencesOf(view, moment)).toEqual([sentence, 'wait.stays']);
    }
  });

  it('says nothing about the queue or the counsellor while nothing gets through', () => {
    for (const view of [waiting, { ...open, counsellorTyping: true }]) {
      expect(sentencesOf({ ...view, line: 'server_down' }, calm)).toEqual(['serverDown']);
      expect(sentencesOf({ ...view, line: 'offline' }, calm)).toEqual(['offline']);
    }
    expect(sentencesOf({ ...waiting, line: 'back' }, calm)).toEqual([
      'back',
      'wait.write',
      'wait.place',
    ]);
  });

  it('shows the counsellor writing, or gone', () => {
    expect(sentencesOf(open, calm)).toEqual([]);
    expect(sentencesOf({ ...open, counsellorTyping: true }, calm)).toEqual(['typing']);
    const gone = { ...open, counsellorPresent: false };
    expect(sentencesOf(gone, calm)).toEqual(['away']);
    expect(sentencesOf({ ...gone, orphaned: true }, calm)).toEqual(['orphaned']);
  });

  it('says who ended it, and names nobody on the word of the server alone', () => {
    const by = (who: 'us' | 'counsellor' | 'unknown') =>
      sentencesOf({ ...open, line: 'server_down', phase: { kind: 'ended', by: who } }, calm);
    expect([by('us'), by('counsellor'), by('unknown')]).toEqual([
      ['endedKept'],
      ['endedByThem'],
      ['endedUnknown'],
    ]);
  });

  it('speaks of keeping and deleting only where something is kept', () => {
    const ended = { ...waiting, phase: { kind: 'ended', by: 'us' } } as const;
    expect(sentencesOf(ended, calm)).toEqual(['endedByUs']);
    expect(sentencesOf({ ...ended, counsellor: 'Anna' }, calm)).toEqual(['endedKept']);
  });

  it('offers other people after ten minutes, and somebody else after five without the counsellor', () => {
    expect(sentencesOf(waiting, { ...calm, longWait: true })).toContain('wait.long');
    const gone = { ...open, counsellorPresent: false, orphaned: true };
    expect(sentencesOf({ ...gone, mayMoveOn: true }, calm)).toEqual(['orphaned', 'moveOn.text']);
  });

  it('says of a move to somebody else how far it came, and nothing of it once the counsellor is back', () => {
    const gone = { ...open, counsellorPresent: false, orphaned: true, mayMoveOn: true };
    for (const moving of ['starting', 'full', 'closed', 'failed'] as const) {
      expect(sentencesOf(gone, { ...calm, moving })).toEqual(['orphaned', `moveOn.${moving}`]);
      expect(sentencesOf(open, { ...calm, moving })).toEqual([]);
    }
  });

  it('does not speak of numbers where there are none', () => {
    const alone = sentencesOf(waiting, { ...calm, longWait: true, hasNumbers: false });
    expect(alone).toContain('wait.long112');
    expect(alone).not.toContain('wait.long');
  });

  it('says that the counsellor thinks, and asks a silent person, one question at a time', () => {
    expect(sentencesOf(open, { ...calm, isThinking: true })).toEqual(['thinking']);
    expect(sentencesOf({ ...open, counsellorTyping: true }, { ...calm, isThinking: true })).toEqual(
      ['typing'],
    );
    const gone = { ...open, counsellorPresent: false };
    expect(sentencesOf(gone, { ...calm, isThinking: true, isSilent: true })).toEqual(['away']);
    expect(sentencesOf(open, { ...calm, isSilent: true })).toEqual(['silent']);
    expect(sentencesOf(open, { ...calm, isSilent: true, wasAway: true })).toEqual(['wasAway']);
  });

  it('asks who comes back from a phone put away whether somebody looks', () => {
    expect(sentencesOf(open, { ...calm, wasAway: true })).toEqual(['wasAway']);
  });

  it('lets a disagreement about what was said outweigh everything but the end', () => {
    const doubt = { ...open, quarantined: true, line: 'offline' } as const;
    expect(sentencesOf(doubt, { ...calm, inDanger: true })).toEqual(['quarantined']);
  });
});
