import { createHash } from 'node:crypto';
import type { Code } from '#lib/protocol/codes.ts';
import { type PublicEntry, readEntry } from '#lib/protocol/entry-layout.ts';
import type { StoredBytes } from '../credentials/tokens.ts';
import { activeMember, supervisor } from '../sessions/policy.ts';
import type { Actor } from '../sessions/types.ts';

/** Kinds that every approved member appends in the background; the others are for supervisors. */
const everyMember: ReadonlySet<PublicEntry['kind']> = new Set(['devEpoch', 'teamEpoch']);

/**
 * Who may append what. The server looks at order and role only; that an entry is genuine is checked by
 * every member's client, which refuses the directory otherwise.
 */
export function mayAppend(actor: Actor, entries: readonly Uint8Array[]): Code | null {
  const read = entries.map((raw) => readEntry(raw));
  if (read.some((entry) => entry === null)) return 'malformed';
  if (read.some((entry) => entry?.organisationId !== actor.organisationId)) return 'not_allowed';
  const forAll = read.every((entry) => entry !== null && everyMember.has(entry.kind));
  return forAll ? activeMember(actor) : supervisor(actor);
}

const label = (text: string) => Buffer.from(`HAVRE-V1${text}`, 'utf8');

function h32(parts: readonly Uint8Array[]): StoredBytes {
  const hash = createHash('sha512');
  for (const part of parts) hash.update(part);
  return Uint8Array.from(hash.digest().subarray(0, 32));
}

/** Head of an empty directory (reading 29). @param roots `orgId16 || t || n || root keys` */
export function firstHead(roots: Uint8Array): StoredBytes {
  return h32([label('/dir0'), roots]);
}

/** Head after the `i`-th entry, counted from 1 (reading 29). */
export function nextHead(head: Uint8Array, i: number, entry: Uint8Array): StoredBytes {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(i);
  return h32([label('/dir'), head, count, entry]);
}
