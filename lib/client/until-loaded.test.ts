import { expect, it, vi } from 'vitest';
import { takeOpenChats } from './exit/open-chat.ts';
import { untilLoaded } from './until-loaded.ts';

it('asks until the code is here, and never throws', async () => {
  vi.useFakeTimers();
  let asked = 0;
  const loaded = untilLoaded(async () => {
    asked += 1;
    if (asked < 4) throw new Error('no line');
    return 'code';
  });
  await vi.advanceTimersByTimeAsync(20_000);
  expect([await loaded, asked]).toEqual(['code', 4]);
  vi.useRealTimers();
});

it('asks nothing once the page was left', async () => {
  vi.useFakeTimers();
  let asked = 0;
  void untilLoaded(async () => {
    asked += 1;
    throw new Error('no line');
  });
  await vi.advanceTimersByTimeAsync(7000);
  takeOpenChats();
  const before = asked;
  await vi.advanceTimersByTimeAsync(60_000);
  expect([before > 1, asked]).toEqual([true, before]);
  vi.useRealTimers();
});
