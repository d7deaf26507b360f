import { openVault, sealVault } from '#lib/crypto/account/vault.ts';
import {
  parseVaultContent,
  type VaultContent,
  vaultContentBytes,
} from '#lib/crypto/account/vault-content.ts';
import { BadFrame } from '#lib/crypto/primitives/bad-frame.ts';
import { fromHex, wipe } from '#lib/crypto/primitives/bytes.ts';
import type { Random } from '#lib/crypto/primitives/random.ts';
import type { SessionView } from '#lib/protocol/account-routes.ts';
import { fromBase64url } from '../portal/base64url.ts';
import type { Http } from '../portal/http.ts';
import type { TeamPortal } from '../portal/team-portal.ts';
import type { Changed } from './team-session.ts';

export type Vault = {
  content(): VaultContent;
  change(change: (vault: VaultContent) => VaultContent): Promise<Changed>;
};

type VaultDeps = {
  http: Http;
  portal: TeamPortal;
  vaultKey: Uint8Array;
  random: Random;
  changed(): void;
};

/** How often a lost race is run again before it is called one. */
const ATTEMPTS = 5;

/** Opens the vault of a session; null when the password is not the vault's. */
export function openVaultOf(view: SessionView, vaultKey: Uint8Array): VaultContent | null {
  const box = fromBase64url(view.vault);
  if (!box) return null;
  try {
    const plain = openVault(vaultKey, fromHex(view.memberId), view.vaultVersion, box);
    return parseVaultContent(plain);
  } catch (error) {
    if (error instanceof BadFrame) return null;
    throw error;
  }
}

/**
 * The opened vault with its compare-and-swap. Changes run one after the other; each is stored on the
 * server before it shows here, so that what a screen says is kept is kept.
 */
export function sessionVault(view: SessionView, opened: VaultContent, deps: VaultDeps): Vault {
  const accountId = fromHex(view.memberId);
  let now = { content: opened, version: view.vaultVersion };
  let queue: Promise<unknown> = Promise.resolve();

  async function store(change: (vault: VaultContent) => VaultContent): Promise<Changed> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const content = change(now.content);
      if (content === now.content) return { ok: true };
      const version = now.version + 1;
      const plain = vaultContentBytes(content);
      const blob = sealVault(deps.vaultKey, accountId, version, plain, deps.random);
      wipe(plain);
      const answer = await deps.portal.request('vault:store', { version, blob });
      if (answer.ok) {
        now = { content, version };
        deps.changed();
        return { ok: true };
      }
      if (answer.code !== 'stale') return answer;
      const read = await readAgain(deps);
      if (!read.ok) return read;
      now = read;
    }
    return { ok: false, code: 'stale' };
  }

  return {
    content: () => now.content,
    change(change) {
      const done = queue.then(() => store(change));
      queue = done.catch(() => {});
      return done;
    },
  };
}

/** Another window of this member was faster, or our last answer was lost. */
async function readAgain({ http, vaultKey }: VaultDeps) {
  const answer = await http.post('POST /api/session', {});
  if (!answer.ok) return answer;
  const content = openVaultOf(answer, vaultKey);
  // Somebody set another password meanwhile: this session's key is worth nothing any more.
  if (!content) return { ok: false, code: 'signed_out' } as const;
  return { ok: true, content, version: answer.vaultVersion } as const;
}
