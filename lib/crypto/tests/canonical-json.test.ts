import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../primitives/canonical-json.ts';

describe('RFC 8785', () => {
  it('3.2.2, the example with numbers, strings and literals', () => {
    const input = {
      numbers: [JSON.parse('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(input)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('3.2.3, keys sorted by UTF-16 units', () => {
    const input = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '\ud83d\ude00': 5,
      '\u0080': 6,
      ö: 7,
    };
    const keys = [...canonicalJson(input).matchAll(/:(\d)/g)].map(([, n]) => Number(n));
    expect(keys).toEqual([2, 4, 6, 7, 1, 5, 3]);
  });

  it('says nothing about what has no canonical form', () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', ['\udc00']])
      expect(() => canonicalJson(bad)).toThrow(TypeError);
    expect(() => canonicalJson({ '\ud800': 1 })).toThrow(TypeError);
  });
});
