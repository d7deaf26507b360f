import { describe, expect, it } from 'vitest';
import { addOwn, newView, type PersonView, settle } from '#lib/client/person/view.ts';
import { sentencesOf } from './chat-sentences.ts';

const waiting: PersonView = { ...newView, line: 'connected', phase: { kind: 'waiting', place: 2 } };
const open: PersonView = { ...waiting, phase: { kind: 'open' }, counsellor: 'Anna' };

describe('the status of a chat', () => {
  it('tells who waits that they may write, then that it arrived, and their place', () => {
    expect(sentencesOf(waiting, false)).toEqual(['wait.write', 'wait.place']);
    const written = addOwn(waiting, 1, 'help', 0);
    expect(sentencesOf(written, false)).toEqual(['wait.write', 'wait.place']);
    expect(sentencesOf(settle(written, 1, 'stored'), false)).toEqual(['wait.stored', 'wait.place']);
  });

  it('says 112 in place of the number to who is in danger', () => {
    expect(sentencesOf(waiting, true)).toEqual(['wait.write', 'wait.urgent']);
  });

  it('says nothing about the queue or the counsellor while nothing gets through', () => {
    for (const view of [waiting, { ...open, counsellorTyping: true }]) {
      expect(sentencesOf({ ...view, line: 'server_down' }, false)).toEqual(['serverDown']);
      expect(sentencesOf({ ...view, line: 'offline' }, false)).toEqual(['offline']);
    }
    expect(sentencesOf({ ...waiting, line: 'back' }, false)).toEqual([
      'back',
      'wait.write',
      'wait.place',
    ]);
  });

  it('shows the counsellor writing, or gone', () => {
    expect(sentencesOf(open, false)).toEqual([]);
    expect(sentencesOf({ ...open, counsellorTyping: true }, false)).toEqual(['typing']);
    const gone = { ...open, counsellorPresent: false };
    expect(sentencesOf(gone, false)).toEqual(['away']);
    expect(sentencesOf({ ...gone, orphaned: true }, false)).toEqual(['orphaned']);
  });

  it('says who ended it, and names nobody on the word of the server alone', () => {
    const by = (who: 'us' | 'counsellor' | 'unknown') =>
      sentencesOf({ ...open, line: 'server_down', phase: { kind: 'ended', by: who } }, false);
    expect([by('us'), by('counsellor'), by('unknown')]).toEqual([
      ['endedKept'],
      ['endedByThem'],
      ['endedUnknown'],
    ]);
  });

  it('speaks of keeping and deleting only where something is kept', () => {
    const ended = { ...waiting, phase: { kind: 'ended', by: 'us' } } as const;
    expect(sentencesOf(ended, false)).toEqual(['endedByUs']);
    expect(sentencesOf({ ...ended, counsellor: 'Anna' }, false)).toEqual(['endedKept']);
  });

  it('lets a disagreement about what was said outweigh everything but the end', () => {
    const doubt = { ...open, quarantined: true, line: 'offline' } as const;
    expect(sentencesOf(doubt, true)).toEqual(['quarantined']);
  });
});
