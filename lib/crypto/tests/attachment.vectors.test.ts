import { describe, expect, it } from 'vitest';
import { ATTACHMENT_MAX, openAttachment, padme, sealAttachment } from '../messages/attachment.ts';
import { toHex } from '../primitives/bytes.ts';
import { sha512 } from '../primitives/hash.ts';
import { type Draw, describeStandard, hex, refused, replay } from './standards.ts';
import { seeded } from './world.ts';

type Vectors = {
  padme: { length: number; padded: number }[];
  attachment: [
    {
      k: string;
      fileId: string;
      length: number;
      random: Draw[];
      chunks: { length: number; sha512: string }[];
    },
  ];
};

const counting = (length: number) => Uint8Array.from({ length }, (_, i) => i % 251);

describeStandard<Vectors>('attachments', 'havre-v1/padding.json', (v) => {
  it('Padmé', () => {
    for (const { length, padded } of v.padme) expect(padme(length), `${length}`).toBe(padded);
  });

  it('chunks, byte by byte', () => {
    const [a] = v.attachment;
    const random = replay(a.random);
    const chunks = sealAttachment(
      { key: hex(a.k), fileId: hex(a.fileId) },
      counting(a.length),
      random,
    );
    expect(random.left()).toBe(0);
    const seen = chunks.map((chunk) => ({ length: chunk.length, sha512: toHex(sha512(chunk)) }));
    expect(seen).toEqual(a.chunks);
  });
});

describe('an attachment', () => {
  const random = seeded('attachment');
  const key = { key: random(32), fileId: random(16) };
  const file = counting(140_000);
  const chunks = sealAttachment(key, file, random);
  const [first, second, third] = chunks as [Uint8Array, Uint8Array, Uint8Array];

  it('comes back as it went', () => {
    expect(chunks.length).toBe(3);
    expect(openAttachment(key, chunks, file.length)).toEqual(file);
    const empty = sealAttachment(key, new Uint8Array(0), random);
    expect(openAttachment(key, empty, 0)).toEqual(new Uint8Array(0));
  });

  it('is refused when chunks are missing, swapped, foreign or damaged', () => {
    const open = (parts: readonly Uint8Array[]) => openAttachment(key, parts, file.length);
    refused(() => open([first, second]));
    refused(() => open([second, first, third]));
    refused(() => open([first, second, third, third]));
    refused(() => open([]));
    refused(() => openAttachment({ ...key, fileId: random(16) }, chunks, file.length));
    const damaged = first.map((byte, i) => (i === 100 ? byte ^ 1 : byte));
    refused(() => open([damaged, second, third]));
  });

  it('is refused with another length than it has', () => {
    refused(() => openAttachment(key, chunks, file.length - 1), 'bytes in the padding');
    refused(() => openAttachment(key, chunks, file.length + 20_000), 'another Padmé class');
    refused(() => openAttachment(key, chunks, ATTACHMENT_MAX + 1));
  });

  it('is never larger than 10 MiB', () => {
    refused(() => sealAttachment(key, new Uint8Array(ATTACHMENT_MAX + 1), random));
  });
});
