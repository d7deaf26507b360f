import type { VaultContent } from '#lib/crypto/account/vault-content.ts';
import { wipe } from '#lib/crypto/primitives/bytes.ts';
import type { SessionView } from '#lib/protocol/account-routes.ts';
import type { Http } from '../portal/http.ts';
import { fiveWords } from './five-words.ts';
import type { KeyWork } from './key-work.ts';
import { publicPart } from './member-identity.ts';
import { openTeamSession } from './open-session.ts';
import { factsOf } from './session-facts.ts';
import { openVaultOf } from './session-vault.ts';
import { beginSignIn, type SignedIn, type SignInAttempt, unlockKey } from './sign-in.ts';
import type { Staff, StaffAnswer, StaffState } from './staff-state.ts';
import type { Surroundings, TeamSession } from './team-session.ts';
import { wipeVault } from './wipe-vault.ts';

export type StaffDeps = Surroundings & {
  http: Http;
  /** A fresh worker for each password; it ends with it. */
  work(): KeyWork;
  /** Keepers begin at once, unless whoever asks for this session runs them by hand. */
  keepers?: 'by-hand';
};

type Holder = { state(): StaffState; become(next: StaffState): void };

/** The member of this page. One for each document; a process may have several. */
export function createStaff(deps: StaffDeps): Staff {
  const { http } = deps;
  const listeners = new Set<() => void>();
  const attempts = signInAttempts(deps);
  let state: StaffState = { kind: 'starting' };
  const become = (next: StaffState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const holder: Holder = { state: () => state, become };

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      const view = await http.post('POST /api/session', {});
      if (state.kind !== 'starting') return;
      if (view.ok) return become({ kind: 'locked', facts: factsOf(view) });
      become({ kind: 'signed_out', why: view.code === 'signed_out' ? 'none' : 'unavailable' });
    },
    async signIn(name, password, code) {
      const signedIn = await attempts.try(name, password, code);
      return signedIn.ok ? open(deps, holder, signedIn.view, signedIn.vaultKey) : signedIn;
    },
    async unlock(password) {
      const view = await http.post('POST /api/session', {});
      if (!view.ok) {
        if (view.code === 'signed_out') become({ kind: 'signed_out', why: 'ended' });
        return view;
      }
      const work = deps.work();
      const key = await unlockKey(work, view, password);
      work.end();
      return key.ok ? open(deps, holder, view, key.vaultKey) : key;
    },
    async look() {
      if (state.kind !== 'pending') return;
      const view = await http.post('POST /api/session', {});
      if (!view.ok && view.code === 'signed_out') become({ kind: 'signed_out', why: 'ended' });
      if (view.ok && view.status === 'active') become({ kind: 'locked', facts: factsOf(view) });
    },
    lock: () => lockKeys(holder),
    async signOut() {
      attempts.end();
      await lockKeys(holder);
      await http.post('POST /api/sign-out', {});
      become({ kind: 'signed_out', why: 'none' });
    },
  };
}

/** Keeps the derived keys between "second_factor" and the six digits, and no longer. */
function signInAttempts(deps: StaffDeps): {
  try(name: string, password: string, code: string | null): Promise<SignedIn>;
  end(): void;
} {
  let attempt: { key: string; work: KeyWork; signIn: SignInAttempt } | null = null;
  const end = () => {
    attempt?.signIn.end();
    attempt?.work.end();
    attempt = null;
  };
  return {
    end,
    async try(name, password, code) {
      const key = `${name}\n${password}`;
      if (attempt?.key !== key) {
        end();
        const work = deps.work();
        const signIn = beginSignIn({ http: deps.http, work }, name, password);
        attempt = { key, work, signIn };
      }
      const signedIn = await attempt.signIn.try(code);
      const more = !signedIn.ok && (signedIn.code === 'second_factor' || code !== null);
      if (!more) end();
      return signedIn;
    },
  };
}

const wordsOf = ({ roots, counsellor, officer }: VaultContent) =>
  fiveWords({ counsellor: publicPart(counsellor), keyOfficer: publicPart(officer) }, roots);

/** Vault and connection of a session whose password was right. Takes `vaultKey` over. */
async function open(
  deps: StaffDeps,
  { become }: Holder,
  view: SessionView,
  vaultKey: Uint8Array,
): Promise<StaffAnswer> {
  const vault = openVaultOf(view, vaultKey);
  if (!vault) {
    wipe(vaultKey);
    return { ok: false, code: 'vault' };
  }
  const facts = factsOf(view);
  if (view.status === 'pending') {
    const words = wordsOf(vault);
    wipeVault(vault);
    wipe(vaultKey);
    become({ kind: 'pending', facts, words });
    return { ok: true, facts };
  }
  const opened = await openTeamSession({ ...deps, view, vault, vaultKey });
  if (!opened.ok) {
    wipeVault(vault);
    wipe(vaultKey);
    return opened;
  }
  watchEnd(opened.session, become);
  become({ kind: 'open', session: opened.session });
  if (deps.keepers !== 'by-hand') void opened.session.keep();
  return { ok: true, facts };
}

/** The server ended the session: suspended, signed out elsewhere, twelve hours over. */
function watchEnd(session: TeamSession, become: Holder['become']): void {
  session.portal.onConnection((connection) => {
    if (connection !== 'signed_out') return;
    become({ kind: 'signed_out', why: 'ended' });
    void session.lock();
  });
}

async function lockKeys({ state, become }: Holder): Promise<void> {
  const now = state();
  if (now.kind !== 'open') return;
  // The screen first: what is on it is gone while the last things are still being stored.
  become({ kind: 'locked', facts: now.session.view });
  await now.session.lock();
}
