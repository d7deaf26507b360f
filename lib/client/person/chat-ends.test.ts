import { describe, expect, it } from 'vitest';
import { settled, target } from './test-relay.ts';
import { talking } from './test-talk.ts';

describe('a chat ends', () => {
  it('by the person: CLOSE is the last thing said', async () => {
    const { relay, chat, desk } = await talking('end');
    chat.send('dag');
    chat.end();
    expect(chat.getSnapshot().phase).toEqual({ kind: 'ended', by: 'us' });
    for (let i = 0; i < 4; i++) await settled();
    expect(relay.requests.at(-1)?.event).toBe('chat:end');
    expect(desk.open().map(({ content }) => content.type)).toEqual(['text', 'close']);
    expect(chat.send('nog iets')).toBe('not_possible');
  });

  it('once: whoever ends what is over waits for nothing, and nothing is asked again', async () => {
    const { relay, chat } = await talking('end twice');
    await chat.end();
    await chat.end();
    expect(relay.requests.filter(({ event }) => event === 'chat:end')).toHaveLength(1);
  });

  it('by the counsellor, who said so; the words stay on the screen', async () => {
    const { relay, chat, desk, texts } = await talking('closed');
    desk.say({ content: { type: 'close' }, minute: 0 });
    relay.tell('mailbox:closed', {});
    expect(chat.getSnapshot().phase).toEqual({ kind: 'ended', by: 'counsellor' });
    expect(texts()).toEqual(['Hoi.']);
  });

  it('on the word of the server alone, without naming anybody; unsent words say so', async () => {
    const { relay, chat, ticks } = await talking('gone');
    await relay.connect(false);
    chat.send('te laat');
    relay.view.state = 'closed';
    await relay.connect(true);
    expect(chat.getSnapshot().phase).toEqual({ kind: 'ended', by: 'unknown' });
    expect(ticks()).toEqual(['failed']);
  });

  it('and leaving at once overwrites the token and drops the words', async () => {
    const { chat, relay } = await talking('leave');
    chat.send('geheim');
    const { token } = chat.address();
    expect(token.some((byte) => byte !== 0)).toBe(true);
    chat.closeSocket();
    chat.forget();
    expect(relay.state.connected).toBe(false);
    expect(token.every((byte) => byte === 0)).toBe(true);
    expect(chat.getSnapshot().entries).toEqual([]);
    // The list of organisations is not ours to overwrite: another chat can begin.
    expect(target.roots.orgId.some((byte) => byte !== 0)).toBe(true);
    expect(target.team.teamId.some((byte) => byte !== 0)).toBe(true);
  });
});
