import { expect, it } from 'vitest';
import { said } from '#lib/crypto/tests/world.ts';
import { settled } from './test-relay.ts';
import { talking } from './test-talk.ts';

it('leaves no timer running in a page that was left', async () => {
  const { relay, chat, clock, desk } = await talking('timers');
  await clock.advance(6000);
  desk.say({ content: { type: 'typing' }, minute: 0 });
  relay.tell('counsellor:presence', { present: false });
  relay.state.connected = false;
  chat.send('ben je daar nog?');
  await settled();
  chat.setVisible(true);
  desk.say(said('Ja.'));
  await relay.connect(false);
  // Writing, absence twice, what was said and is not stored, or not heard, the line.
  expect(clock.pending()).toBeGreaterThan(5);
  chat.forget();
  expect(clock.pending()).toBe(0);
});

it('what the server still answers to whoever left changes nothing, now or later', async () => {
  const { relay, chat, clock } = await talking('late answer');
  await relay.connect(false);
  relay.view.counsellorPresent = false;
  const back = relay.connect(true);
  chat.forget();
  const left = chat.getSnapshot();
  relay.state.connected = true;
  await back;
  await clock.advance(300_000);
  expect(chat.getSnapshot()).toEqual(left);
});
