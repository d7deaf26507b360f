import type { CheckpointMark } from '#lib/crypto/conversation/checkpoint.ts';
import { fromHex, toHex } from '#lib/crypto/primitives/bytes.ts';
import type { MailboxId } from '#lib/protocol/ids.ts';
import type { TeamSession } from '../team/team-session.ts';

/** The newest (n, hash) of each conversation (reading 18). */
export type Remembered = {
  /** Null: nothing is remembered of this conversation. */
  of: (mailboxId: MailboxId) => CheckpointMark | null;
  set: (mailboxId: MailboxId, mark: CheckpointMark) => void;
  /** The person deleted it, by their own sealed word: nothing may remember that it was. */
  forget: (mailboxId: MailboxId) => void;
  /** Writes what changed since the last time into the vault. */
  save: () => Promise<void>;
};

type Marks = ReadonlyMap<string, CheckpointMark>;
type StoredMarks = ReturnType<TeamSession['vault']>['conversations'];

/**
 * So many conversations are remembered, the ones that moved last. Forgetting those that the server
 * does not list would let it hide a conversation first and roll it back afterwards.
 */
const MOST = 500;

const fromVault = (stored: StoredMarks): Map<string, CheckpointMark> =>
  new Map(stored.map(({ mailboxId, n, hash }) => [toHex(mailboxId), { n, hash }]));

// Two windows of one member may both remember; the higher number is the newer truth.
function newest(stored: StoredMarks, own: Marks, gone: ReadonlySet<string>): StoredMarks {
  const marks = fromVault(stored);
  for (const id of gone) marks.delete(id);
  for (const [id, mark] of own) {
    if ((marks.get(id)?.n ?? 0) > mark.n) continue;
    marks.delete(id);
    marks.set(id, mark);
  }
  return [...marks].slice(-MOST).map(([id, mark]) => ({ mailboxId: fromHex(id), ...mark }));
}

/** Begins with what the vault remembers. */
export function remembered(session: Pick<TeamSession, 'vault' | 'changeVault'>): Remembered {
  const known = fromVault(session.vault().conversations);
  const moved = new Map<string, CheckpointMark>();
  const gone = new Set<string>();
  return {
    of: (mailboxId) => known.get(mailboxId) ?? null,
    set(mailboxId, mark) {
      if ((known.get(mailboxId)?.n ?? 0) >= mark.n) return;
      known.set(mailboxId, mark);
      moved.delete(mailboxId);
      moved.set(mailboxId, mark);
    },
    forget(mailboxId) {
      known.delete(mailboxId);
      moved.delete(mailboxId);
      gone.add(mailboxId);
    },
    async save() {
      if (moved.size === 0 && gone.size === 0) return;
      const saved = new Map(moved);
      const dropped = new Set(gone);
      const done = await session.changeVault((vault) => ({
        ...vault,
        conversations: newest(vault.conversations, saved, dropped),
      }));
      if (!done.ok) return;
      for (const id of dropped) gone.delete(id);
      for (const [id, mark] of saved) if (moved.get(id) === mark) moved.delete(id);
    },
  };
}
