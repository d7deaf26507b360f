import { must } from '../primitives/bad-frame.ts';
import { concat, equalBytes, toHex, u32, utf8 } from '../primitives/bytes.ts';
import { h32 } from '../primitives/hash.ts';
import { PROTOCOL } from '../primitives/kdf.ts';
import { type DirectoryEntry, parseEntry } from './certificate.ts';
import type { TeamEpoch } from './certificate-team-epoch.ts';
import { checkEntry } from './directory-rules.ts';
import type { Directory, DirectoryMark } from './directory-state.ts';
import { checkRoots, type OrgRoots, rootsBytes } from './organisation-roots.ts';

export type { Directory, DirectoryMark } from './directory-state.ts';

/**
 * The directory before its first entry (reading 29).
 * @throws BadFrame for roots that could never be safe
 */
export function emptyDirectory(roots: OrgRoots): Directory {
  checkRoots(roots);
  return {
    roots,
    count: 0,
    head: h32(concat(utf8(`${PROTOCOL}/dir0`), rootsBytes(roots))),
    admins: new Map(),
    revokedAdmins: new Set(),
    devices: new Map(),
    revokedDevices: new Set(),
    devEpochs: new Map(),
    teamEpochs: new Map(),
    releaseEpochs: new Map(),
  };
}

/** `head_i = H32("HAVRE-V1/dir" || head_(i-1) || u32 i || entry)`. @param i from 1 */
export const nextHead = (head: Uint8Array, i: number, entry: Uint8Array): Uint8Array =>
  h32(concat(utf8(`${PROTOCOL}/dir`), head, u32(i), entry));

const withKey = <V>(map: ReadonlyMap<string, V>, key: string, value: V): ReadonlyMap<string, V> =>
  new Map(map).set(key, value);

const withLast = (
  map: ReadonlyMap<string, readonly TeamEpoch[]>,
  epoch: TeamEpoch,
): ReadonlyMap<string, readonly TeamEpoch[]> => {
  const team = toHex(epoch.teamId);
  return withKey(map, team, [...(map.get(team) ?? []), epoch]);
};

function changes(d: Directory, entry: DirectoryEntry): Partial<Directory> {
  switch (entry.kind) {
    case 'admin':
      return { admins: withKey(d.admins, toHex(entry.keyId), entry) };
    case 'device':
      return { devices: withKey(d.devices, toHex(entry.deviceId), entry) };
    case 'devEpoch':
      return { devEpochs: withKey(d.devEpochs, toHex(entry.deviceId), entry) };
    case 'teamEpoch':
      return { teamEpochs: withLast(d.teamEpochs, entry) };
    case 'releaseEpoch':
      return { releaseEpochs: withLast(d.releaseEpochs, entry) };
    case 'revoke':
      return entry.what === 'device'
        ? { revokedDevices: new Set(d.revokedDevices).add(toHex(entry.deviceId)) }
        : { revokedAdmins: new Set(d.revokedAdmins).add(toHex(entry.targetKeyId)) };
  }
}

function step(d: Directory, raw: Uint8Array, checked: boolean): Directory {
  const entry = parseEntry(raw);
  if (!checked) checkEntry(d, entry);
  const count = d.count + 1;
  return { ...d, ...changes(d, entry), count, head: nextHead(d.head, count, raw) };
}

/**
 * Checks one entry against everything before it and appends it, fail closed (reading 29).
 * Time plays no part here: an entry that has ended stays in the chain.
 * @throws BadFrame, and `d` stays as it was
 */
export const appendEntry = (d: Directory, raw: Uint8Array): Directory => step(d, raw, false);

/** Whether a directory is exactly the one that was remembered. */
const isAt = (d: Directory, mark: DirectoryMark): boolean =>
  d.count === mark.count && equalBytes(d.head, mark.head);

/**
 * Opens the whole directory that a server sends. A server that shows this member another past
 * (fork), or less of it (truncation), is refused. What the mark covers was checked before it was
 * remembered, so only its hashes are computed again; everything newer is checked in full.
 * @param mark what the vault remembers; left out at the first sign-in
 * @throws BadFrame
 */
export function openDirectory(
  roots: OrgRoots,
  entries: readonly Uint8Array[],
  mark?: DirectoryMark,
): Directory {
  let d = emptyDirectory(roots);
  const known = mark?.count ?? 0;
  must(entries.length >= known);
  for (const raw of entries.slice(0, known)) d = step(d, raw, true);
  if (mark) must(isAt(d, mark));
  for (const raw of entries.slice(known)) d = step(d, raw, false);
  return d;
}
