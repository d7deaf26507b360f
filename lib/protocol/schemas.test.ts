import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountRoutes } from './account-routes.ts';
import { base64url, bytes } from './bytes-fields.ts';
import { helpRequests, leftBeacon } from './help-events.ts';
import { limits } from './limits.ts';
import { siteSettings } from './site-settings.ts';
import { teamRequests } from './team-events.ts';

const id = 'ab'.repeat(16);
const frame = { frameId: id, blob: new Uint8Array(628) };

describe('bytes', () => {
  it('come out as a plain Uint8Array, whether a browser or Node received them', () => {
    const same = new Uint8Array([1, 2, 3]);
    for (const value of [same, Buffer.from(same), same.buffer]) {
      const parsed = bytes(3).parse(value);
      expect(parsed).toEqual(same);
      expect(Buffer.isBuffer(parsed)).toBe(false);
    }
  });

  it('of a view into a larger buffer are only those of the view', () => {
    const large = new Uint8Array([9, 1, 2, 9]);
    expect(bytes(2).parse(large.subarray(1, 3))).toEqual(new Uint8Array([1, 2]));
  });

  it('outside their size are refused', () => {
    const fits = (size: number) => bytes(2, 4).safeParse(new Uint8Array(size)).success;
    expect([1, 2, 3, 4, 5].map(fits)).toEqual([false, true, true, true, false]);
  });

  it('in JSON are counted as bytes', () => {
    const fits = (size: number) =>
      base64url(31, 33).safeParse(Buffer.alloc(size).toString('base64url')).success;
    expect([30, 31, 32, 33, 34].map(fits)).toEqual([false, true, true, true, false]);
    expect(base64url(1, 9).safeParse('a+b/').success).toBe(false);
  });
});

describe('events', () => {
  it('take what they describe and nothing beside it', () => {
    const open = { organisationId: id, mailboxId: id, token: new Uint8Array(32), first: frame };
    const schema = helpRequests['mailbox:open'];
    expect(schema.safeParse(open).success).toBe(true);
    expect(schema.safeParse({ ...open, userAgent: 'x' }).success).toBe(false);
    expect(schema.safeParse({ ...open, mailboxId: id.toUpperCase() }).success).toBe(false);
    expect(schema.safeParse({ ...open, token: new Uint8Array(31) }).success).toBe(false);
  });

  it('refuse a frame above the protocol’s largest', () => {
    const send = helpRequests['frame:send'];
    const sized = (size: number) => ({ frameId: id, blob: new Uint8Array(size) });
    expect(send.safeParse(sized(limits.frameBytes)).success).toBe(true);
    expect(send.safeParse(sized(limits.frameBytes + 1)).success).toBe(false);
    expect(send.safeParse(sized(0)).success).toBe(false);
  });

  it('answer any input with a result, never with an exception', () => {
    const schemas = [
      ...Object.values(helpRequests),
      ...Object.values(teamRequests),
      ...Object.values(accountRoutes),
      leftBeacon,
      siteSettings,
    ];
    let objects = 0;
    fc.assert(
      fc.property(fc.anything({ withTypedArray: true, withNullPrototype: true }), (input) => {
        if (typeof input === 'object' && input !== null) objects += 1;
        for (const schema of schemas)
          expect(typeof schema.safeParse(input).success).toBe('boolean');
      }),
      { numRuns: 300 },
    );
    console.log(`arbitrary input: ${objects} of 300 were objects`);
    expect(objects).toBeGreaterThan(50);
  });
});

describe('the public record of an organisation', () => {
  const settings = {
    name: 'Example Help',
    countries: ['BE', 'LU'],
    languages: ['nl', 'fr', 'en'],
    hours: {
      zone: 'Europe/Brussels',
      week: Array.from({ length: 7 }, () => [{ from: '18:00', to: '02:00' }]),
      daysOff: ['2026-12-25'],
      byHand: null,
    },
  };

  it('is taken when complete', () => {
    expect(siteSettings.safeParse(settings).success).toBe(true);
  });

  it.each([
    ['no country', { countries: [] }],
    ['a country we do not serve', { countries: ['FR'] }],
    ['an unknown language', { languages: ['de'] }],
    ['six days', { hours: { ...settings.hours, week: settings.hours.week.slice(1) } }],
    [
      '25 o’clock',
      { hours: { ...settings.hours, week: Array(7).fill([{ from: '25:00', to: '26:00' }]) } },
    ],
    ['an empty name', { name: '   ' }],
  ])('is refused with %s', (_why, change) => {
    expect(siteSettings.safeParse({ ...settings, ...change }).success).toBe(false);
  });
});

describe('numbers and names', () => {
  it('are what the database can hold', () => {
    const from = (value: number) =>
      teamRequests['directory:read'].safeParse({ from: value }).success;
    expect([0, limits.highest, limits.highest + 1, 2 ** 40, -1].map(from)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it.each(['Anna', 'Zoë de Vries', 'A\0nna', 'Anna\n', '\ud800'])('%j as a name', (displayName) => {
    const { shape } = accountRoutes['POST /api/join'].shape.account;
    const fits = shape.displayName.safeParse(displayName).success;
    expect(fits).toBe(/^[\w ë]+$/.test(displayName.trim()));
  });
});
