import { argon2id } from '@noble/hashes/argon2.js';
import { describe, expect, it } from 'vitest';
import { plainArgon2, wasmArgon2 } from '../primitives/argon2.ts';
import { toHex } from '../primitives/bytes.ts';

const repeated = (byte: number, length: number) => new Uint8Array(length).fill(byte);

describe('Argon2id is RFC 9106', () => {
  it('5.3, with secret and associated data, by the implementation that takes them', () => {
    const tag = argon2id(repeated(1, 32), repeated(2, 16), {
      m: 32,
      t: 3,
      p: 4,
      dkLen: 32,
      key: repeated(3, 8),
      personalization: repeated(4, 12),
    });
    expect(toHex(tag)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });

  it('both implementations agree where the RFC has no vector: no secret, one lane', async () => {
    for (const [memoryKiB, iterations, length] of [
      [8, 1, 4],
      [33, 2, 64],
      [1024, 3, 100],
    ] as const) {
      const cost = { memoryKiB, iterations, length };
      const [password, salt] = [repeated(iterations, length), repeated(7, 16)];
      const plain = await plainArgon2(password, salt, cost);
      expect(plain.length).toBe(length);
      expect(toHex(await wasmArgon2(password, salt, cost))).toBe(toHex(plain));
    }
  });
});
