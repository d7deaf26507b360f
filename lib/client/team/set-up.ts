import type { DatedSeed, StoreKey } from '#lib/crypto/account/vault-content.ts';
import { appendEntry, emptyDirectory } from '#lib/crypto/organisation/directory.ts';
import { issueSiteEntry } from '#lib/crypto/organisation/site-entry.ts';
import { toHex, utf8, wipe } from '#lib/crypto/primitives/bytes.ts';
import { hourOf } from '#lib/crypto/primitives/time-units.ts';
import type { SiteSettings } from '#lib/protocol/site-settings.ts';
import type { EpochSeal, TeamKeyWrap } from '#lib/protocol/team/directory-events.ts';
import { toBase64url } from '../portal/base64url.ts';
import type { Http } from '../portal/http.ts';
import { type AccountChoice, newMemberKeys, sealAccount } from './account.ts';
import { planEpochs } from './epoch-plan.ts';
import { memberCerts, type NewRoots, newAdmin } from './first-keys.ts';
import { RELEASE_HOURS } from './keep-release-key.ts';
import type { KeyWork } from './key-work.ts';
import { makeEpoch, releaseWrapsFor, sealsFor, storageWrapsFor } from './make-epochs.ts';
import { roleBits } from './session-facts.ts';
import { receivers } from './team-devices.ts';
import type { Changed, Surroundings } from './team-session.ts';
import { wipeVault } from './wipe-vault.ts';

/** How many team keys the set-up itself makes; the first sign-in adds the rest in the background. */
const FIRST_EPOCHS = 7;

export type SetUp = Surroundings & { http: Http; work: KeyWork };

/**
 * Founds an organisation: ADMIN under the roots, the founder's certificates, first keys of the team, the
 * public record, the account. One request; the server stores all of it or nothing. The founder is
 * counsellor and supervisor.
 * @param token from the one-time link
 * @throws when no Argon2id of this browser can be trusted
 */
export async function setUp(
  { http, work, now, random }: SetUp,
  token: string,
  { roots, seeds }: NewRoots,
  settings: SiteSettings,
  choice: AccountChoice,
): Promise<Changed> {
  const { orgId } = roots;
  const member = newMemberKeys(choice.place, roots, now(), random);
  const signers = seeds.slice(0, roots.threshold).map((seed, rootIndex) => ({ rootIndex, seed }));
  const admin = newAdmin(roots, signers, now(), random);
  const certs = memberCerts({
    member: member.identity,
    displayName: choice.displayName,
    roles: roleBits.counsellor | roleBits.supervisor,
    organisationName: settings.name,
    adminSeed: admin.seed,
    now: now(),
  });
  const before = [admin.cert, ...certs, member.deviceEpoch];
  const team = firstTeamKeys({ orgId, before, roots, member, now: now(), random });
  const directory = [...before, ...team.entries].reduce(appendEntry, emptyDirectory(roots));
  const vault = {
    ...member.vault,
    adminSeed: admin.seed,
    teamEpochs: team.teamEpochs,
    releaseEpochs: [team.release],
    storeKeys: [team.store],
    directory: { count: directory.count, head: directory.head },
  };
  const founder = await sealAccount(choice, { ...member, vault }, work, random);
  const site = { roots, version: 1, settings: utf8(JSON.stringify(settings)) };
  const answer = await http.post('POST /api/set-up', {
    token,
    organisationId: toHex(orgId),
    siteEntry: toBase64url(issueSiteEntry(site, admin.seed)),
    adminCert: toBase64url(admin.cert),
    entries: [...before, ...team.entries].map(toBase64url),
    seals: team.seals.map(textBlob),
    wraps: team.wraps.map(textBlob),
    founder,
  });
  wipe(admin.seed);
  wipeVault(vault);
  return answer.ok ? { ok: true } : answer;
}

const textBlob = <T extends { blob: Uint8Array }>(box: T) => ({
  ...box,
  blob: toBase64url(box.blob),
});

type FirstTeamKeys = {
  entries: readonly Uint8Array[];
  seals: readonly EpochSeal[];
  wraps: readonly TeamKeyWrap[];
  teamEpochs: readonly DatedSeed[];
  release: DatedSeed;
  store: StoreKey;
};

type FirstTeamKeysInput = {
  orgId: Uint8Array;
  before: readonly Uint8Array[];
  roots: NewRoots['roots'];
  member: ReturnType<typeof newMemberKeys>;
} & { now: number; random: Surroundings['random'] };

function firstTeamKeys(input: FirstTeamKeysInput): FirstTeamKeys {
  const { orgId, before, roots, member, now, random } = input;
  const directory = before.reduce(appendEntry, emptyDirectory(roots));
  const { counsellor, officer } = member.vault;
  const to = receivers(directory);
  const notBefore = hourOf(now);
  let prevHash: Uint8Array | null = null;
  const team = planEpochs(directory, notBefore, false)
    .slice(0, FIRST_EPOCHS)
    .map((planned) => {
      const made = makeEpoch({
        kind: 'teamEpoch',
        orgId,
        planned,
        prevHash,
        signer: officer,
        random,
      });
      prevHash = made.hash;
      return made;
    });
  const planned = { epoch: 1, notBefore, notAfter: notBefore + RELEASE_HOURS };
  const release = makeEpoch({
    kind: 'releaseEpoch',
    orgId,
    planned,
    prevHash: null,
    signer: counsellor,
    random,
  });
  const store = { epoch: 1, key: random(32) };
  return {
    entries: [...team, release].map(({ entry }) => entry),
    seals: team.flatMap((made) => sealsFor(orgId, made.kept, to, random)),
    wraps: [
      ...releaseWrapsFor(orgId, release.kept, counsellor, to, random),
      ...storageWrapsFor(orgId, store, counsellor, to, random),
    ],
    teamEpochs: team.map(({ kept }) => kept),
    release: release.kept,
    store,
  };
}
