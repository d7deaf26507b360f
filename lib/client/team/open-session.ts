import type { VaultContent } from '#lib/crypto/account/vault-content.ts';
import { toHex, wipe } from '#lib/crypto/primitives/bytes.ts';
import { hourOf } from '#lib/crypto/primitives/time-units.ts';
import type { SessionView } from '#lib/protocol/account-routes.ts';
import { deviceId } from '#lib/protocol/ids.ts';
import type { Http } from '../portal/http.ts';
import { openTeamPortal, type TeamPortal } from '../portal/team-portal.ts';
import { keepGoing } from './keep-going.ts';
import { marked } from './keep-vault-tidy.ts';
import { oneByOne } from './one-by-one.ts';
import { type Organisation, readMore, readOrganisation } from './session-directory.ts';
import { factsOf } from './session-facts.ts';
import { sessionVault } from './session-vault.ts';
import type { Changed, Surroundings, TeamSession } from './team-session.ts';
import { teamWarnings } from './warnings.ts';
import { wipeVault } from './wipe-vault.ts';

export type Opened =
  | { ok: true; session: TeamSession }
  | { ok: false; code: Extract<Changed, { ok: false }>['code'] };

export type Opening = Surroundings & {
  http: Http;
  view: SessionView;
  vault: VaultContent;
  vaultKey: Uint8Array;
};

const CONNECT_MS = 10_000;

/**
 * Connects, reads the directory, checks it against the vault, and starts the keepers. On a refusal
 * nothing stays open.
 */
export async function openTeamSession(opening: Opening): Promise<Opened> {
  const portal = openTeamPortal(opening.http);
  const connected = await connection(portal);
  const reading = connected.ok ? await readOrganisation(portal, opening.vault) : connected;
  if (!reading.ok) {
    portal.close();
    return reading;
  }
  const session = teamSession(opening, portal, reading.organisation);
  return { ok: true, session };
}

function connection(portal: TeamPortal): Promise<Changed> {
  return new Promise((resolve) => {
    const end = (result: Changed) => {
      clearTimeout(late);
      stop();
      resolve(result);
    };
    const late = setTimeout(() => end({ ok: false, code: 'unavailable' }), CONNECT_MS);
    const stop = portal.onConnection((now) => {
      if (now === 'connected') end({ ok: true });
      if (now === 'signed_out') end({ ok: false, code: 'signed_out' });
    });
    if (portal.connection() === 'connected') end({ ok: true });
  });
}

function teamSession(opening: Opening, portal: TeamPortal, first: Organisation): TeamSession {
  const { http, view, vaultKey, now, random } = opening;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const vault = sessionVault(view, opening.vault, {
    http,
    portal,
    vaultKey,
    random,
    changed: tell,
  });
  let organisation = first;
  let lockedNow = false;

  const refresh = oneByOne(async (): Promise<Changed> => {
    const reading = await readMore(portal, organisation);
    if (!reading.ok) return reading;
    organisation = reading.organisation;
    tell();
    return { ok: true };
  });

  const keeping = keepGoing(portal, refresh, () => session);
  const lastWords = lastWork();
  lastWords.add(async () => {
    await vault.change((content) => marked(content, organisation.directory));
  });
  const session: TeamSession = {
    now,
    random,
    http,
    portal,
    view: factsOf(view),
    deviceId: deviceId.parse(toHex(opening.vault.counsellor.deviceId)),
    vault: vault.content,
    changeVault: vault.change,
    organisation: () => organisation,
    directory: () => organisation.directory,
    settings: () => organisation.settings,
    refresh,
    keep: keeping.now,
    warnings: () => teamWarnings(vault.content(), organisation.directory, hourOf(now())),
    epochSeed: (epoch) =>
      vault.content().teamEpochs.find((held) => held.epoch === epoch)?.seed ?? null,
    deviceSeeds: () =>
      vault
        .content()
        .deviceEpochs.map(({ seed }) => seed)
        .reverse(),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    beforeLock: lastWords.add,
    async lock() {
      if (lockedNow) return;
      lockedNow = true;
      keeping.stop();
      await lastWords.run();
      portal.close();
      wipeVault(vault.content());
      wipe(vaultKey);
      listeners.clear();
    },
    locked: () => lockedNow,
  };
  return session;
}

/** What others must still do before the keys are gone; a lost connection must not keep them. */
function lastWork(): { add(work: () => Promise<void>): () => void; run(): Promise<void> } {
  const works = new Set<() => Promise<void>>();
  return {
    add(work) {
      works.add(work);
      return () => works.delete(work);
    },
    async run() {
      const late = new Promise<void>((resolve) => setTimeout(resolve, 3000));
      const last = [...works];
      works.clear();
      await Promise.race([Promise.allSettled(last.map((work) => work())), late]);
    },
  };
}
