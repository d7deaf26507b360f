import { expect, test } from 'vitest';
import { createWaitingPlaces, waitingPerPlace } from './waiting-places.ts';

const address = '203.0.113.7';

function fullPlace(isHere: () => boolean) {
  const places = createWaitingPlaces(() => 0);
  for (let i = 0; i < waitingPerPlace; i += 1) places.reserve(address, isHere)?.keep(`chat ${i}`);
  expect(places.reserve(address, isHere)).toBeNull();
  return places;
}

test('a chat that is over makes room', () => {
  const places = fullPlace(() => true);
  places.over('chat 1');
  expect(places.reserve(address, () => true)).not.toBeNull();
  expect(places.reserve(address, () => true)).toBeNull();
});

test('of a page that went before its chat waited nothing is kept but the count', () => {
  const places = fullPlace(() => false);
  places.over('chat 1');
  expect(places.reserve(address, () => true)).toBeNull();
});

test('what came to nothing gives its room back', () => {
  const places = fullPlace(() => true);
  places.over('chat 1');
  places.reserve(address, () => true)?.giveBack();
  expect(places.reserve(address, () => true)).not.toBeNull();
});
