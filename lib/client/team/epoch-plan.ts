import type { TeamEpoch } from '#lib/crypto/organisation/certificate-team-epoch.ts';
import { teamEpochsOf } from '#lib/crypto/organisation/directory-queries.ts';
import type { Directory } from '#lib/crypto/organisation/directory-state.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { limits } from '#lib/protocol/limits.ts';

/** An epoch that is to be made; hours since 1970. */
export type PlannedEpoch = { epoch: number; notBefore: number; notAfter: number };

/** A team key is the newest one for 24 hours and may be written to for 24 more (2.3). */
const EVERY_HOURS = 24;
const LIVES_HOURS = 48;

/** The epochs at the end of the chain that people may use: none before a revoked signer counts. */
function usableTail(directory: Directory): readonly TeamEpoch[] {
  const epochs = teamEpochsOf(directory, directory.roots.orgId);
  const lastBad = epochs.findLastIndex((epoch) =>
    directory.revokedDevices.has(toHex(epoch.signerDevice)),
  );
  return epochs.slice(lastBad + 1);
}

/** Until which hour (excluded) the team can be written to; `nowHour` when it cannot be now. */
export function epochsCoveredUntil(directory: Directory, nowHour: number): number {
  return Math.max(nowHour, usableTail(directory).at(-1)?.notAfter ?? nowHour);
}

/**
 * Which team epochs are missing until 35 days lie ahead (reading d). They follow each other without a
 * gap; after a gap, or with `replace` (somebody left, a theft was reported), the next one begins now and
 * wins over what stands before it, because its number is higher.
 * @param nowHour hours since 1970
 */
export function planEpochs(
  directory: Directory,
  nowHour: number,
  replace: boolean,
): readonly PlannedEpoch[] {
  const last = usableTail(directory).at(-1);
  const number = teamEpochsOf(directory, directory.roots.orgId).at(-1)?.epoch ?? 0;
  const follows = !replace && last !== undefined && nowHour < last.notAfter;
  const until = nowHour + limits.epochsAhead * 24;
  const planned: PlannedEpoch[] = [];
  let notBefore = follows ? last.notBefore + EVERY_HOURS : nowHour;
  let covered = follows ? last.notAfter : nowHour;
  while (covered < until) {
    covered = notBefore + LIVES_HOURS;
    planned.push({ epoch: number + planned.length + 1, notBefore, notAfter: covered });
    notBefore += EVERY_HOURS;
  }
  return planned;
}
