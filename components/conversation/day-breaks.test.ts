import { describe, expect, it } from 'vitest';
import { placed } from './day-breaks.ts';
import type { LogEntry } from './entries.ts';

const midnight = Math.floor(new Date(2026, 4, 5).getTime() / 60_000);
const said = (from: 'us' | 'them', minute: number): LogEntry => ({
  ...{ kind: 'message', id: `${from}${minute}`, from, text: 'a', minute },
  tick: null,
});

describe('a conversation', () => {
  it('keeps together what one side said in one go, and nothing else', () => {
    const all = [said('us', midnight), said('us', midnight + 1), said('them', midnight + 1)];
    const later = said('them', midnight + 9);
    expect(placed([...all, later]).map(({ joined }) => joined)).toEqual([
      false,
      true,
      false,
      false,
    ]);
    const notice: LogEntry = { kind: 'notice', id: 'n', text: 'x' };
    expect(placed([said('us', midnight), notice, said('us', midnight)])[2]?.joined).toBe(false);
  });

  it('says where a new day begins by the clock of the device, never before the first message', () => {
    const all = [said('us', midnight - 1), said('us', midnight), said('them', 0)];
    expect(placed(all).map(({ newDay }) => newDay)).toEqual([false, true, false]);
  });
});
