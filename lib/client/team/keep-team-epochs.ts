import type { DatedSeed } from '#lib/crypto/account/vault-content.ts';
import { teamEpochsOf } from '#lib/crypto/organisation/directory-queries.ts';
import type { Directory } from '#lib/crypto/organisation/directory-state.ts';
import { equalBytes, toHex } from '#lib/crypto/primitives/bytes.ts';
import { hourOf } from '#lib/crypto/primitives/time-units.ts';
import { xWingKeys } from '#lib/crypto/primitives/x-wing.ts';
import { type Addition, appendAll } from './append.ts';
import { planEpochs } from './epoch-plan.ts';
import { withNew } from './keep-own-keys.ts';
import { makeEpoch, sealsFor } from './make-epochs.ts';
import { receivers } from './team-devices.ts';
import type { Changed, TeamSession } from './team-session.ts';

/** New team epochs, sealed to every member, with the seeds that the maker keeps. */
export type NewEpochs = { parts: readonly Addition[]; seeds: readonly DatedSeed[] };

/**
 * Makes what is missing until 35 days lie ahead.
 * @param directory as it is, or as it will be after the entries that go before these
 * @param replace begin anew now: somebody left, or a theft was reported
 */
export async function makeTeamEpochs(
  session: TeamSession,
  directory: Directory,
  replace: boolean,
): Promise<NewEpochs> {
  const { orgId } = directory.roots;
  const signer = session.vault().officer;
  const to = receivers(directory);
  let prevHash = teamEpochsOf(directory, orgId).at(-1)?.hash ?? null;
  const parts: Addition[] = [];
  const seeds: DatedSeed[] = [];
  for (const planned of planEpochs(directory, hourOf(session.now()), replace)) {
    // Each takes a few ms of arithmetic for each member: let the screen breathe in between.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const { random } = session;
    const made = makeEpoch({ kind: 'teamEpoch', orgId, planned, prevHash, signer, random });
    prevHash = made.hash;
    parts.push({ entries: [made.entry], seals: sealsFor(orgId, made.kept, to, random), wraps: [] });
    seeds.push(made.kept);
  }
  return { parts, seeds };
}

/** Publishes team epochs until 35 days lie ahead, and keeps their seeds. */
export async function keepTeamEpochs(session: TeamSession): Promise<Changed> {
  const directory = session.directory();
  // Before a supervisor renewed it, nobody would believe what an ended certificate signs.
  if (!maySign(session)) return { ok: true };
  const { parts, seeds } = await makeTeamEpochs(session, directory, false);
  if (parts.length === 0) return { ok: true };
  const appended = await appendAll(session, directory.count, parts);
  // Also after a lost race: a part of them may stand in the directory.
  await keepSeeds(session, seeds);
  return appended;
}

/** Keeps those seeds in the vault that fit what the directory shows under their number. */
export function keepSeeds(session: TeamSession, seeds: readonly DatedSeed[]): Promise<Changed> {
  const published = teamEpochsOf(session.directory(), session.directory().roots.orgId);
  const kept = seeds.filter(({ epoch, seed }) => {
    const signed = published.find((entry) => entry.epoch === epoch);
    return signed && equalBytes(signed.publicKey, xWingKeys(seed).publicKey);
  });
  return session.changeVault((vault) => {
    const teamEpochs = withNew(vault.teamEpochs, kept);
    return teamEpochs === vault.teamEpochs ? vault : { ...vault, teamEpochs };
  });
}

function maySign(session: TeamSession): boolean {
  const cert = session.directory().devices.get(toHex(session.vault().officer.deviceId));
  return cert !== undefined && hourOf(session.now()) < cert.notAfter * 24;
}
