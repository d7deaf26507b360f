import { createHash } from 'node:crypto';
import { hex } from '#lib/protocol/byte-reader.ts';
import { readEntry } from '#lib/protocol/entry-layout.ts';
import type { Note } from '../audit/append.ts';
import type { Addition } from './types.ts';

/**
 * What the log tells of an addition to the directory. Most are made by every browser in the background and leave
 * no entry. A release key that comes with a storage key is a supervisor who replaces the keys of the team; nothing
 * else brings both. A certificate of an admin is somebody who can certify from now on.
 */
export function appendedNotes({ entries, wraps }: Addition): Note[] {
  const read = entries.flatMap((raw) => readEntry(raw) ?? []);
  const admins = read.flatMap((entry): Note[] => {
    if (entry.kind !== 'adminCert') return [];
    const id = createHash('sha512').update(entry.publicKey).digest().subarray(0, 8);
    return [{ action: 'admin.certified', ref: hex(id) }];
  });
  const release = read.find((entry) => entry.kind === 'releaseEpoch');
  const isReplaced = release !== undefined && wraps.some(({ what }) => what === 'store');
  return isReplaced ? [...admins, { action: 'keys.replaced', ref: String(release.epoch) }] : admins;
}
