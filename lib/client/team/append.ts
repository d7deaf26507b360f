import type { EpochSeal, TeamKeyWrap } from '#lib/protocol/team/directory-events.ts';
import type { Changed, TeamSession } from './team-session.ts';

/** Entries that belong together, with the seals and wraps that make sense only with them. */
export type Addition = {
  entries: readonly Uint8Array[];
  seals: readonly EpochSeal[];
  wraps: readonly TeamKeyWrap[];
};

/** An event holds 96 KiB; names and framing take the rest. */
const BATCH_BYTES = 80 * 1024;

const sizeOf = ({ entries, seals, wraps }: Addition): number =>
  entries.reduce((sum, entry) => sum + entry.length + 16, 0) +
  seals.reduce((sum, seal) => sum + seal.blob.length + 96, 0) +
  wraps.reduce((sum, wrap) => sum + wrap.blob.length + 160, 0);

/** Several additions as one. */
export const joined = (parts: readonly Addition[]): Addition => ({
  entries: parts.flatMap(({ entries }) => entries),
  seals: parts.flatMap(({ seals }) => seals),
  wraps: parts.flatMap(({ wraps }) => wraps),
});

/** As many from the front as one event holds; at least one. */
export function firstBatch(parts: readonly Addition[], already = 0): readonly Addition[] {
  let bytes = already;
  const end = parts.findIndex((part, i) => {
    bytes += sizeOf(part);
    return i > 0 && bytes > BATCH_BYTES;
  });
  return end < 0 ? parts : parts.slice(0, end);
}

/** Bytes that an addition takes of an event. */
export const additionBytes = sizeOf;

/**
 * Appends to the directory in as many events as it takes, each one whole, and reads it back checked.
 * `stale` means that a colleague was faster: plan again on what is there now.
 * @param planned entries of the directory that the parts were made for. Not those of the moment of sending: keys
 *   take seconds to make, and one that names the wrong key before it would make the directory wrong for everybody
 */
export async function appendAll(
  session: TeamSession,
  planned: number,
  parts: readonly Addition[],
): Promise<Changed> {
  let rest = parts;
  let after = planned;
  while (rest.length > 0) {
    const batch = firstBatch(rest);
    const { entries, seals, wraps } = joined(batch);
    const answer = await session.portal.request('directory:append', {
      after,
      entries: [...entries],
      seals: [...seals],
      wraps: [...wraps],
    });
    const read = await session.refresh();
    if (!answer.ok) return answer;
    if (!read.ok) return read;
    after += entries.length;
    rest = rest.slice(batch.length);
  }
  return { ok: true };
}
