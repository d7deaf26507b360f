import { wipe } from '#lib/crypto/primitives/bytes.ts';
import { appendAll } from './append.ts';
import { newAdmin } from './first-keys.ts';
import { type KitReading, readKit } from './recovery-kit.ts';
import type { Changed, TeamSession } from './team-session.ts';

export type Certified = Changed | Extract<KitReading, { ok: false }>;

/**
 * Makes this supervisor able to certify, or renews it after a year: a new ADMIN key, signed with the
 * roots out of the recovery kit, which are wiped right after. The seed is in the vault before its
 * certificate is published.
 * @param typed what was typed or pasted from the kit
 */
export async function becomeAdmin(session: TeamSession, typed: string): Promise<Certified> {
  const { roots } = session.vault();
  const kit = readKit(typed, roots);
  if (!kit.ok) return kit;
  const signers = kit.signers.slice(0, roots.threshold);
  const admin = newAdmin(roots, signers, session.now(), session.random);
  for (const { seed } of kit.signers) wipe(seed);
  const before = session.vault().adminSeed?.slice() ?? null;
  const stored = await session.changeVault((vault) => ({ ...vault, adminSeed: admin.seed }));
  if (!stored.ok) return stored;
  const { count } = session.directory();
  const part = { entries: [admin.cert], seals: [], wraps: [] };
  const appended = await appendAll(session, count, [part]);
  if (!appended.ok) await session.changeVault((vault) => ({ ...vault, adminSeed: before }));
  return appended;
}
