import { expect, test } from 'vitest';
import { createPlaces, placeOf } from './places.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1'],
  ['2001:0db8::1', '2001:db8:0:0'],
  ['2001:db8:0:1::9', '2001:db8:0:1'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['127.0.0.1', null],
  ['127.8.0.1', null],
  ['::1', null],
  ['::ffff:127.0.0.1', null],
  ['unknown', null],
  ['', null],
])('%s is the place %s', (address, place) => {
  expect(placeOf(address)).toBe(place);
});

test('one place has its share and no more, and takes nothing from another', () => {
  const places = createPlaces(3, () => 0);
  const leave = [1, 2, 3].map(() => places.enter('203.0.113.7'));
  expect(places.isFull('203.0.113.7')).toBe(true);
  expect(places.isFull('203.0.113.8')).toBe(false);
  leave[0]?.();
  expect(places.isFull('203.0.113.7')).toBe(false);
});

test('addresses of one network are one place', () => {
  const places = createPlaces(2, () => 0);
  places.enter('2001:db8:0:1::1');
  places.enter('2001:db8:0:1::2');
  expect(places.isFull('2001:db8:0:1:ffff::3')).toBe(true);
  expect(places.isFull('2001:db8:0:2::1')).toBe(false);
});

test('this machine is never full: an onion service brings everyone from there', () => {
  const places = createPlaces(1, () => 0);
  for (let i = 0; i < 10; i += 1) places.enter('127.0.0.1');
  expect(places.isFull('127.0.0.1')).toBe(false);
  expect(places.isFull(null)).toBe(false);
});

test('a new key forgets who is here, and whoever leaves later breaks no count', () => {
  let now = 0;
  const places = createPlaces(1, () => now);
  const leave = places.enter('203.0.113.7');
  now = 3_600_001;
  expect(places.isFull('203.0.113.7')).toBe(false);
  places.enter('203.0.113.7');
  leave();
  expect(places.isFull('203.0.113.7')).toBe(true);
});
