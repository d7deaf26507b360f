import { describe, expect, it } from 'vitest';
import {
  ACK_EVERY_MS,
  ackDue,
  acknowledged,
  acknowledgedByText,
  noAcks,
  owe,
  show,
} from './ack-schedule.ts';

describe('acknowledging', () => {
  it('has nothing to say while nothing arrived', () => {
    expect(ackDue(noAcks, 0)).toBeNull();
  });

  it('gathers "delivered" and "read" of one moment into one frame', () => {
    const state = show(owe(noAcks, 1000), 3, 1100);
    expect(ackDue(state, 1100)).toBe(1300);
    expect(ackDue(acknowledged(state, 3, 1300), 1300)).toBeNull();
  });

  it('is not put off by what arrives meanwhile', () => {
    expect(ackDue(owe(owe(noAcks, 1000), 1200), 1200)).toBe(1300);
  });

  it('speaks at most once in five seconds', () => {
    const first = acknowledged(owe(noAcks, 0), 0, 300);
    const again = owe(first, 400);
    expect(ackDue(again, 400)).toBe(300 + ACK_EVERY_MS);
  });

  it('lets a text carry the debt, but not what was read', () => {
    expect(ackDue(acknowledgedByText(owe(noAcks, 0)), 0)).toBeNull();
    const seen = acknowledgedByText(show(owe(noAcks, 0), 2, 0));
    expect(ackDue(seen, 0)).not.toBeNull();
  });

  it('tells later what was seen while an acknowledgement was on its way', () => {
    const sending = show(noAcks, 2, 0);
    const meanwhile = show(sending, 5, 310);
    expect(ackDue(acknowledged(meanwhile, 2, 320), 320)).toBe(320 + ACK_EVERY_MS);
  });

  it('waits for no time that a clock has yet to reach again', () => {
    const hour = 3_600_000;
    const told = acknowledged(owe(noAcks, hour), 0, hour + 300);
    expect(ackDue(owe(told, 50), 50)).toBe(350);
    const owing = owe(noAcks, hour);
    expect(ackDue(owing, 50)).toBe(50);
    expect(ackDue(owe(acknowledged(owing, 0, 50), 60), 60)).toBe(50 + ACK_EVERY_MS);
  });
});
