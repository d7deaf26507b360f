import { expect, it } from 'vitest';
import { chosenAlerts } from './chosen-alerts.ts';

it("what a member chose outlives a lock, and is nobody else's", () => {
  chosenAlerts('anna').set({ sound: false, notify: 'on' });
  expect(chosenAlerts('anna').getSnapshot()).toEqual({ sound: false, notify: 'on' });
  expect(chosenAlerts('bram').getSnapshot()).toEqual({ sound: true, notify: 'off' });
});
