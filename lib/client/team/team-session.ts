import type { VaultContent } from '#lib/crypto/account/vault-content.ts';
import type { Directory } from '#lib/crypto/organisation/directory-state.ts';
import type { Random } from '#lib/crypto/primitives/random.ts';
import type { Code } from '#lib/protocol/codes.ts';
import type { DeviceId } from '#lib/protocol/ids.ts';
import type { SiteSettings } from '#lib/protocol/site-settings.ts';
import type { Http } from '../portal/http.ts';
import type { TeamPortal } from '../portal/team-portal.ts';
import type { Organisation } from './session-directory.ts';
import type { SessionFacts } from './session-facts.ts';
import type { TeamWarning } from './warnings.ts';

/** How a change of vault or directory ended. `refused`: the server shows what cannot be right. */
export type Changed = { ok: true } | { ok: false; code: Code | 'refused' };

/** Where time and randomness come from. */
export type Surroundings = {
  /** ms since 1970 */
  now(): number;
  random: Random;
};

/**
 * A signed-in member with an opened vault: everything that desk and office work with. Lives in memory
 * only; `lock` ends it.
 */
export type TeamSession = Surroundings & {
  readonly view: SessionFacts;
  readonly http: Http;
  readonly portal: TeamPortal;
  /** deviceId of the certificate with the work name; wraps are addressed to it. */
  readonly deviceId: DeviceId;
  /** The vault as it is now. Do not keep it: ask again. */
  vault(): VaultContent;
  /**
   * Changes the vault, here and on the server, compare-and-swap: if another window of this member was
   * faster, `change` runs again on what that one stored. It must be pure. Giving back the same object
   * stores nothing.
   */
  changeVault(change: (vault: VaultContent) => VaultContent): Promise<Changed>;
  /** Directory and public record, every entry checked, fail closed. */
  organisation(): Organisation;
  /** The directory alone. */
  directory(): Directory;
  /** The public settings of the organisation, signed by one of its admins. */
  settings(): SiteSettings;
  /** Reads and checks what the server has appended since. */
  refresh(): Promise<Changed>;
  /** Runs the keepers now and not at their next hour. Never throws. */
  keep(): Promise<void>;
  /** What the keepers could not mend and a person must know. */
  warnings(): readonly TeamWarning[];
  /** 32-byte seed of the team's key of this epoch; null when this member has none (any more). */
  epochSeed(epoch: number): Uint8Array | null;
  /** Seeds of this member's own weekly keys, newest first. */
  deviceSeeds(): readonly Uint8Array[];
  /** Called after each change of vault, directory, settings, warnings. @returns what stops it */
  subscribe(listener: () => void): () => void;
  /**
   * Work that must still reach the vault before it is wiped (for instance remembered checkpoints).
   * @returns what takes it back
   */
  beforeLock(work: () => Promise<void>): () => void;
  /** Runs what `beforeLock` collected, then wipes every key and closes the connection. */
  lock(): Promise<void>;
  locked(): boolean;
};
