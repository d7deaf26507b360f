import { describe, expect, it } from 'vitest';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import { newRoots } from './first-keys.ts';
import { readKit, rootKeyText } from './recovery-kit.ts';

const { roots, seeds } = newRoots(2, 3, systemRandom);
const [a = '', b = '', c = ''] = seeds.map(rootKeyText);

describe('a recovery kit', () => {
  it('is read back from paper, in any order, with whatever stands around it', () => {
    const read = readKit(`Havre\n\n  ${c.toUpperCase()}\n\nRoot key 1 of 3\n${a}\n`, roots);
    expect(read).toEqual({
      ok: true,
      signers: [
        { rootIndex: 0, seed: seeds[0] },
        { rootIndex: 2, seed: seeds[2] },
      ],
    });
  });

  it('shows a typing error in any one place of a key', () => {
    for (let at = 0; at < a.length; at++) {
      const typed = a[at] ?? '';
      if (!/[0-9a-f]/.test(typed)) continue;
      const wrong = a.slice(0, at) + (typed === '0' ? '1' : '0') + a.slice(at + 1);
      expect(readKit(`${wrong}\n${b}`, roots)).toEqual({ ok: false, code: 'typing' });
    }
  });

  it('is not enough with one key of two, or the same key twice', () => {
    expect(readKit(a, roots)).toEqual({ ok: false, code: 'few' });
    expect(readKit(`${a}\n${a}`, roots)).toEqual({ ok: false, code: 'few' });
  });

  it('of another organisation is told apart from a typing error, and from no kit at all', () => {
    const other = newRoots(1, 1, systemRandom);
    expect(readKit(other.seeds.map(rootKeyText).join(), roots)).toEqual({
      ok: false,
      code: 'other',
    });
    expect(readKit('wilg ajuin taxi', roots)).toEqual({ ok: false, code: 'nothing' });
  });
});
