import { sha3_256, shake256 } from '@noble/hashes/sha3.js';
import { ml_kem768 } from '@noble/post-quantum/ml-kem.js';
import { BadFrame, must } from './bad-frame.ts';
import { concat, wipe } from './bytes.ts';
import type { Random } from './random.ts';
import { keyPair, plainDh } from './x25519.ts';

// Put together from its two halves as the draft says, see [Note: only what is used]; noble's own
// (`hybrid.js`) brings every other hybrid along. The tests compare the two.

/** Lengths of the X-Wing KEM (draft-connolly-cfrg-xwing-kem). */
export const X_WING = { seed: 32, publicKey: 1216, ciphertext: 1120, secret: 32 } as const;

export type XWingKeys = {
  /** 1216 bytes */
  publicKey: Uint8Array;
  /** the 32-byte seed itself */
  secretKey: Uint8Array;
};

/** What the draft writes between the parts that are hashed: `\\.//^\\`, six bytes. */
const LABEL = Uint8Array.of(0x5c, 0x2e, 0x2f, 0x2f, 0x5e, 0x5c);
const KEM = { publicKey: 1184, ciphertext: 1088 } as const;

type Halves = {
  kem: { publicKey: Uint8Array; secretKey: Uint8Array };
  x: ReturnType<typeof keyPair>;
};

function expand(seed: Uint8Array): Halves {
  const bytes = shake256(seed, { dkLen: 96 });
  return { kem: ml_kem768.keygen(bytes.slice(0, 64)), x: keyPair(bytes.slice(64)) };
}

const publicKeyOf = ({ kem, x }: Halves): Uint8Array => concat(kem.publicKey, x.publicKey);

type Parts = Record<'kemSecret' | 'xSecret' | 'xCiphertext' | 'xPublicKey', Uint8Array>;

function combine({ kemSecret, xSecret, xCiphertext, xPublicKey }: Parts): Uint8Array {
  const input = concat(kemSecret, xSecret, xCiphertext, xPublicKey, LABEL);
  const secret = sha3_256(input);
  wipe(kemSecret, xSecret, input);
  return secret;
}

/** The key pair that a 32-byte seed stands for. */
export function xWingKeys(seed: Uint8Array): XWingKeys {
  if (seed.length !== X_WING.seed) throw new RangeError('seed of 32 bytes expected');
  return {
    publicKey: publicKeyOf(expand(seed)),
    secretKey: seed.slice(),
  };
}

// noble throws for a wrong length and for an ML-KEM key that fails the modulus check, `plainDh` for a
// zero X25519 secret (reading 20). A damaged ML-KEM ciphertext is no error: implicit rejection.
function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch {
    throw new BadFrame();
  }
}

/**
 * Makes a secret for the holder of `publicKey`.
 * @param random one draw of 64 bytes: ML-KEM's m, then the ephemeral X25519 secret
 * @returns ciphertext of 1120 bytes and secret of 32
 * @throws BadFrame for a bad public key
 */
export function encapsulate(
  publicKey: Uint8Array,
  random: Random,
): { ciphertext: Uint8Array; secret: Uint8Array } {
  const seed = random(64);
  must(publicKey.length === X_WING.publicKey);
  const xPublicKey = publicKey.slice(KEM.publicKey);
  const ephemeral = keyPair(seed.slice(32));
  const kem = refusing(() =>
    ml_kem768.encapsulate(publicKey.slice(0, KEM.publicKey), seed.slice(0, 32)),
  );
  const secret = combine({
    kemSecret: kem.sharedSecret,
    xSecret: plainDh(ephemeral.secretKey, xPublicKey),
    xCiphertext: ephemeral.publicKey,
    xPublicKey,
  });
  return { ciphertext: concat(kem.cipherText, ephemeral.publicKey), secret };
}

/**
 * The secret in `ciphertext`. A damaged ML-KEM part yields another secret, not an error.
 * @param secretKey the 32-byte seed
 * @throws BadFrame for a wrong length or a zero X25519 secret
 */
export function decapsulate(secretKey: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  must(ciphertext.length === X_WING.ciphertext);
  must(secretKey.length === X_WING.seed);
  const { kem, x } = expand(secretKey);
  const xCiphertext = ciphertext.slice(KEM.ciphertext);
  const kemSecret = refusing(() =>
    ml_kem768.decapsulate(ciphertext.slice(0, KEM.ciphertext), kem.secretKey),
  );
  const xSecret = plainDh(x.secretKey, xCiphertext);
  wipe(kem.secretKey, x.secretKey);
  return combine({ kemSecret, xSecret, xCiphertext, xPublicKey: x.publicKey });
}
