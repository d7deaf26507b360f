import { expect, it } from 'vitest';
import { answerOf, unavailable } from './answer-of.ts';

it('an answer says yes or no, and its bytes are plain', () => {
  expect(answerOf({ ok: true, place: 3 })).toEqual({ ok: true, place: 3 });
  expect(answerOf({ ok: false, code: 'full' })).toEqual({ ok: false, code: 'full' });
  const { blob } = answerOf({ ok: true, blob: new Uint8Array([1, 2]).buffer }) as never;
  expect(blob).toEqual(new Uint8Array([1, 2]));
});

it('everything else is none', () => {
  for (const value of [null, undefined, 'ok', 7, [], {}, { ok: 'yes' }, new Uint8Array(3), [true]])
    expect(answerOf(value)).toEqual(unavailable);
});
