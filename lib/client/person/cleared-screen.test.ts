import { describe, expect, it } from 'vitest';
import { said } from '#lib/crypto/tests/world.ts';
import { settled } from './test-relay.ts';
import { talking } from './test-talk.ts';

describe('a counsellor who clears the screen', () => {
  it('takes every word off the page, and nothing is told to be read until the person reads on', async () => {
    const { chat, desk, texts } = await talking('clear');
    chat.send('he hits me');
    await settled();
    expect(texts()).toEqual(['Hoi.', 'he hits me']);
    desk.say({ content: { type: 'clear' }, minute: 0 });
    await settled();
    expect(chat.getSnapshot()).toMatchObject({ cleared: true, entries: [] });
    chat.readOn();
    expect(chat.getSnapshot()).toMatchObject({
      cleared: false,
      entries: [{ kind: 'notice', notice: 'cleared' }],
    });
  });

  it('and what comes behind the neutral text is read only when the person reads on', async () => {
    const { chat, clock, desk } = await talking('clear unread');
    const reads = () =>
      desk.open().flatMap(({ content }) => (content.type === 'ack' ? [content.read] : []));
    chat.setVisible(true);
    await clock.advance(6000);
    expect(reads()).toEqual([1]);
    desk.say({ content: { type: 'clear' }, minute: 0 });
    desk.say(said('Ben je weer alleen?'));
    chat.setVisible(true);
    await clock.advance(60_000);
    expect(reads().filter((read) => read !== null)).toEqual([]);
    chat.readOn();
    await clock.advance(6000);
    expect(reads()).toEqual([3]);
  });
});
