import type { Directory } from '#lib/crypto/directory-state.ts';
import type { VaultContent } from '#lib/crypto/vault-content.ts';
import type { Code } from '#lib/protocol/codes.ts';
import type { DeviceId } from '#lib/protocol/ids.ts';
import type { SiteSettings } from '#lib/protocol/site-settings.ts';
import type { Http } from '../portal/http.ts';
import type { TeamPortal } from '../portal/team-portal.ts';
import type { SessionFacts } from './session-facts.ts';

/** How a change of vault or directory ended. */
export type Changed = { ok: true } | { ok: false; code: Code };

/**
 * `epoch_missing`: a published team key whose seed was never given to this member, or does not fit
 * (remark 42). `certificate_ends`, `epochs_end`: days left, two or less.
 */
export type TeamWarning =
  | { kind: 'epoch_missing'; epochs: readonly number[] }
  | { kind: 'certificate_ends'; daysLeft: number }
  | { kind: 'epochs_end'; daysLeft: number };

/**
 * A signed-in member with an opened vault: everything that desk and office work with. Lives in memory
 * only; `lock` ends it.
 */
export type TeamSession = {
  readonly view: SessionFacts;
  readonly http: Http;
  readonly portal: TeamPortal;
  /** deviceId of the certificate with the work name; wraps are addressed to it. */
  readonly deviceId: DeviceId;
  /** The vault as it is now. Do not keep it: ask again. */
  vault(): VaultContent;
  /**
   * Changes the vault, here and on the server, compare-and-swap: if another window of this member was
   * faster, `change` runs again on what that one stored. It must be pure.
   */
  changeVault(change: (vault: VaultContent) => VaultContent): Promise<Changed>;
  /** The directory, every entry checked, fail closed. */
  directory(): Directory;
  /** The public record of the organisation, checked against its admins. */
  settings(): SiteSettings;
  /** Reads and checks what the server has appended since. */
  refresh(): Promise<Changed>;
  /** Runs the keepers now and not at their next hour. */
  keep(): Promise<void>;
  /** What the keepers could not mend and a person must know. */
  warnings(): readonly TeamWarning[];
  /** 32-byte seed of the team's key of this epoch; null when this member has none (any more). */
  epochSeed(epoch: number): Uint8Array | null;
  /** Seeds of this member's own weekly keys, newest first. */
  deviceSeeds(): readonly Uint8Array[];
  /** Called after each change of vault, directory, settings. @returns what stops it */
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
