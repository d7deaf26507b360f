import type { DatedSeed, VaultIdentity } from '#lib/crypto/account/vault-content.ts';
import { issueDevEpoch } from '#lib/crypto/organisation/certificate-dev-epoch.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { hourOf } from '#lib/crypto/primitives/time-units.ts';
import { xWingKeys } from '#lib/crypto/primitives/x-wing.ts';
import { appendAll } from './append.ts';
import { withNew } from './keep-own-keys.ts';
import type { Changed, TeamSession } from './team-session.ts';

/** How long a weekly key lives. */
export const WEEK_HOURS = 7 * 24;
/** A new weekly key is made when the newest has this little left. */
const RENEW_HOURS = 24;

/** The entry of a weekly key. */
export function deviceEpochEntry(
  orgId: Uint8Array,
  identity: VaultIdentity,
  { epoch, notAfter, seed }: DatedSeed,
): Uint8Array {
  const fields = {
    orgId,
    deviceId: identity.deviceId,
    epoch,
    notBefore: notAfter - WEEK_HOURS,
    notAfter,
    publicKey: xWingKeys(seed).publicKey,
  };
  return issueDevEpoch(fields, identity.signingSeed);
}

/**
 * Publishes a new weekly key in time. Its seed is in the vault before its public half is anywhere: a
 * browser that dies in between publishes the same one next time.
 */
export async function keepDeviceEpoch(session: TeamSession): Promise<Changed> {
  const { directory, vault, now, random } = session;
  const identity = vault().counsellor;
  const { devEpochs, count } = directory();
  const newest = devEpochs.get(toHex(identity.deviceId));
  const hour = hourOf(now());
  if (newest && newest.notAfter - hour > RENEW_HOURS) return { ok: true };
  const epoch = (newest?.epoch ?? 0) + 1;
  const drawn = { epoch, notAfter: hour + WEEK_HOURS, seed: random(32) };
  const stored = await session.changeVault((content) => {
    const deviceEpochs = withNew(content.deviceEpochs, [drawn]);
    return deviceEpochs === content.deviceEpochs ? content : { ...content, deviceEpochs };
  });
  if (!stored.ok) return stored;
  const kept = vault().deviceEpochs.find((held) => held.epoch === epoch) ?? drawn;
  const entry = deviceEpochEntry(directory().roots.orgId, identity, kept);
  return appendAll(session, count, [{ entries: [entry], seals: [], wraps: [] }]);
}
