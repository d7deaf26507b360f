import { crc32, inflateRawSync } from 'node:zlib';
import { SHORT_NAME } from './plain-text.ts';
import { Unusable } from './unusable.ts';

/** No release is near this; a bomb of a zip would be. */
export const MOST_BYTES = 64 * 1024 * 1024;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

type Entry = { name: string; record: Buffer; offset: number; bytes: Uint8Array };

const notOne = (): Unusable => new Unusable('ambiguousZip');

/** A part of the zip; beyond its end there is nothing to read. */
function slice(zip: Buffer, from: number, length: number): Buffer {
  if (from + length > zip.length) throw notOne();
  return zip.subarray(from, from + length);
}

/** Exactly what the record says of its size and checksum: not a byte is left over that another program shows. */
function unpacked(packed: Buffer, method: number, size: number, crc: number): Uint8Array {
  let bytes: Buffer = packed;
  if (method === 8) {
    try {
      const maxOutputLength = Math.max(1, size);
      const { buffer, engine } = inflateRawSync(packed, {
        maxOutputLength,
        info: true,
      }) as unknown as {
        buffer: Buffer;
        engine: { bytesWritten: number };
      };
      if (engine.bytesWritten !== packed.length) throw notOne();
      bytes = buffer;
    } catch {
      throw notOne();
    }
  }
  if (bytes.length !== size || crc32(bytes) !== crc) throw notOne();
  return Uint8Array.from(bytes);
}

/** One file with the record before it; null where no file begins. */
function entryAt(zip: Buffer, offset: number, room: number): Entry | null {
  const head = slice(zip, offset, 30);
  if (head.readUInt32LE(0) !== LOCAL) return null;
  const [flags, method] = [head.readUInt16LE(6), head.readUInt16LE(8)];
  const [packedSize, size] = [head.readUInt32LE(18), head.readUInt32LE(22)];
  const [nameLength, extraLength] = [head.readUInt16LE(26), head.readUInt16LE(28)];
  if (flags !== 0 || extraLength !== 0 || (method !== 0 && method !== 8)) throw notOne();
  if (size > room) throw new Unusable('tooLarge');
  const name = slice(zip, offset + 30, nameLength).toString('latin1');
  if (!SHORT_NAME.test(name)) throw new Unusable('strangeName');
  const packed = slice(zip, offset + 30 + nameLength, packedSize);
  const record = slice(zip, offset, 30 + nameLength);
  return { name, record, offset, bytes: unpacked(packed, method, size, head.readUInt32LE(14)) };
}

/** The line of a file in the list at the end says what the record before the file says, and where that is. */
function checkListed(zip: Buffer, at: number, { record, offset }: Entry): number {
  const head = slice(zip, at, 46);
  const name = slice(zip, at + 46, record.length - 30);
  const isSame =
    head.readUInt32LE(0) === CENTRAL &&
    head.subarray(6, 32).equals(record.subarray(4, 30)) &&
    // No comment, no second disk, no attribute: a link would be one.
    head.subarray(32, 42).every((byte) => byte === 0) &&
    head.readUInt32LE(42) === offset &&
    name.equals(record.subarray(30));
  if (!isSame) throw notOne();
  return at + 46 + name.length;
}

/**
 * The files of a zip, when it can be read in one way alone: no name twice, nothing before, between or after its
 * records, and every record says the same in both of its places. Programs choose differently among two answers.
 * @throws Unusable
 */
export function readZip(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (zip.length < 22 || zip.readUInt32LE(0) !== LOCAL) throw new Unusable('noZip');
  const entries = new Map<string, Entry>();
  let at = 0;
  let room = MOST_BYTES;
  for (let entry = entryAt(zip, at, room); entry; entry = entryAt(zip, at, room)) {
    if (entries.has(entry.name)) throw new Unusable('nameTwice', entry.name);
    entries.set(entry.name, entry);
    room -= entry.bytes.length;
    at += entry.record.length + slice(zip, at, 30).readUInt32LE(18);
  }
  const list = at;
  for (const entry of entries.values()) at = checkListed(zip, at, entry);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.size, 8);
  end.writeUInt16LE(entries.size, 10);
  end.writeUInt32LE(at - list, 12);
  end.writeUInt32LE(list, 16);
  if (!zip.subarray(at).equals(end)) throw notOne();
  return new Map([...entries].map(([name, entry]) => [name, entry.bytes]));
}
