import { describe, expect, it } from 'vitest';
import type { VaultContent } from '#lib/crypto/account/vault-content.ts';
import { fromHex } from '#lib/crypto/primitives/bytes.ts';
import { mailboxId } from '#lib/protocol/ids.ts';
import { remembered } from './remembered.ts';

const a = mailboxId.parse('a'.repeat(32));
const b = mailboxId.parse('b'.repeat(32));
const hash = (byte: number) => new Uint8Array(32).fill(byte);

/** A vault that can be stored into, or not. */
function vaultOf(conversations: VaultContent['conversations'] = []) {
  let vault = { conversations } as VaultContent;
  let online = true;
  return {
    session: {
      vault: () => vault,
      async changeVault(change: (vault: VaultContent) => VaultContent) {
        if (!online) return { ok: false, code: 'unavailable' } as const;
        vault = change(vault);
        return { ok: true } as const;
      },
    },
    stored: () => vault.conversations.map(({ n }) => n),
    setOnline: (next: boolean) => {
      online = next;
    },
    storeElsewhere: (next: VaultContent['conversations']) => {
      vault = { ...vault, conversations: next };
    },
  };
}

describe('remembered checkpoints', () => {
  it('begin with the vault, and never go back', () => {
    const { session } = vaultOf([{ mailboxId: fromHex(a), n: 5, hash: hash(5) }]);
    const marks = remembered(session);
    marks.set(a, { n: 4, hash: hash(4) });
    expect(marks.of(a)).toEqual({ n: 5, hash: hash(5) });
    expect(marks.of(b)).toBeNull();
  });

  it('are written again when the vault could not be stored', async () => {
    const vault = vaultOf();
    const marks = remembered(vault.session);
    marks.set(a, { n: 1, hash: hash(1) });
    vault.setOnline(false);
    await marks.save();
    expect(vault.stored()).toEqual([]);
    vault.setOnline(true);
    await marks.save();
    expect(vault.stored()).toEqual([1]);
  });

  it('do not undo what another window remembered', async () => {
    const vault = vaultOf();
    const marks = remembered(vault.session);
    marks.set(a, { n: 2, hash: hash(2) });
    vault.storeElsewhere([
      { mailboxId: fromHex(a), n: 9, hash: hash(9) },
      { mailboxId: fromHex(b), n: 3, hash: hash(3) },
    ]);
    await marks.save();
    expect(vault.stored()).toEqual([9, 3]);
  });
});
