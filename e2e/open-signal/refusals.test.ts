import { expect, it } from 'vitest';
import { REFUSALS, type Refusal } from './refusals.ts';
import { Unusable } from './unusable.ts';

it('every refusal is said in three languages, with what it names', () => {
  const codes = Object.keys(REFUSALS.en) as Refusal[];
  expect(codes.length).toBeGreaterThan(25);
  for (const code of codes) {
    const said = (['nl', 'fr', 'en'] as const).map((lang) =>
      new Unusable(code, '$& NAME').in(lang),
    );
    expect(new Set(said).size, code).toBe(3);
    const named = said.filter((one) => one.includes('$& NAME'));
    expect(named.length, code).toBe(REFUSALS.en[code].includes('{what}') ? 3 : 0);
    expect(said.join(), code).not.toContain('{what}');
  }
  expect(new Unusable('missing', 'stix.json').message).toBe('stix.json is missing.');
});
