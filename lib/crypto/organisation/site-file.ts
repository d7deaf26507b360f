import { must } from '../primitives/bad-frame.ts';
import { concat, equalBytes, reader, toHex, u8, u16, u32, utf8 } from '../primitives/bytes.ts';
import { unlessRefusedInSteps } from '../primitives/refusal.ts';
import { allAtOnce, type Steps } from '../primitives/steps.ts';
import { type AdminCert, parseAdminCert } from './certificate-admin.ts';
import { fingerprint } from './fingerprint.ts';
import { parseSiteEntry, type SiteEntry, siteEntryChecks } from './site-entry.ts';
import { parseTeamBundle, type TeamBundle, teamBundleSteps } from './team-bundle.ts';

const MAGIC = utf8('HAVRESITE');

/** One organisation's raw parts of `/site.bin`. */
export type SitePart = {
  siteEntry: Uint8Array;
  adminCert: Uint8Array;
  /** null: no valid team epoch, the organisation is closed */
  teamBundle: Uint8Array | null;
  /** a counsellor and a supervisor are there: the server's word, beside what is signed */
  onDuty: boolean;
};

/** `/site.bin` before any check: the installation's id (16 bytes) and its organisations. */
export type SiteFile = { siteId: Uint8Array; parts: readonly SitePart[] };

const long = (bytes: Uint8Array): Uint8Array => concat(u32(bytes.length), bytes);

/** `"HAVRESITE" 02 | siteId16 | count u16 | count * (len32 entry | len32 cert | len32 bundle | onDuty u8)`. */
export const siteFileBytes = ({ siteId, parts }: SiteFile): Uint8Array =>
  concat(
    MAGIC,
    u8(2),
    siteId,
    u16(parts.length),
    ...parts.flatMap((part) => [
      long(part.siteEntry),
      long(part.adminCert),
      long(part.teamBundle ?? new Uint8Array(0)),
      u8(part.onDuty ? 1 : 0),
    ]),
  );

/**
 * Reads the outer layout of `/site.bin`.
 * @throws BadFrame
 */
export function parseSiteFile(bytes: Uint8Array): SiteFile {
  const r = reader(bytes);
  must(equalBytes(r.take(MAGIC.length), MAGIC));
  must(r.u8() === 2);
  const siteId = r.take(16);
  const count = r.u16();
  const parts: SitePart[] = [];
  for (let i = 0; i < count; i++) {
    const siteEntry = r.take(r.u32());
    const adminCert = r.take(r.u32());
    const bundle = r.take(r.u32());
    const duty = r.u8();
    must(duty <= 1);
    const teamBundle = bundle.length > 0 ? bundle : null;
    parts.push({ siteEntry, adminCert, teamBundle, onDuty: duty === 1 });
  }
  r.end();
  return { siteId, parts };
}

/** An organisation that a person can be shown. */
export type SiteOrganisation = {
  entry: SiteEntry;
  admin: AdminCert;
  /** null: closed, because there is no team key that is valid now */
  team: TeamBundle | null;
  /** see `SitePart` */
  onDuty: boolean;
};

/** `/site.bin` after its checks. */
export type Site = {
  siteId: Uint8Array;
  organisations: readonly SiteOrganisation[];
  /** ids of organisations that were left out: not pinned, or their admin does not count (now) */
  refused: readonly Uint8Array[];
};

/** What a client holds `/site.bin` against. One team an organisation: `teamId = orgId`. */
export type SiteExpectation = {
  /** hours since 1970 */
  nowHour: number;
  /** pinned mode: the only fingerprints that are accepted (see `fingerprint`) */
  pinned?: readonly string[];
};

function* openTeam(
  part: SitePart,
  { roots }: SiteEntry,
  nowHour: number,
): Steps<TeamBundle | null> {
  if (!part.teamBundle) return null;
  const raw = part.teamBundle;
  // A bundle that is no bundle is a malformed file; one that does not count closes the letter box.
  parseTeamBundle(raw);
  const expected = { roots, teamId: roots.orgId, nowHour };
  return yield* unlessRefusedInSteps(teamBundleSteps(raw, expected));
}

/**
 * Opens `/site.bin`. A malformed file, or one organisation listed twice, is refused whole. An
 * organisation whose record is not signed by a valid admin of its roots is left out; one whose
 * team key is missing, expired or badly signed is closed.
 * @throws BadFrame
 */
export const openSite = (bytes: Uint8Array, expected: SiteExpectation): Site =>
  allAtOnce(siteSteps(bytes, expected));

/** `openSite`, a signature a step: together they hold up a phone for half a second. */
export function* siteSteps(bytes: Uint8Array, { nowHour, pinned }: SiteExpectation): Steps<Site> {
  const { siteId, parts } = parseSiteFile(bytes);
  const organisations: SiteOrganisation[] = [];
  const refused: Uint8Array[] = [];
  const seen = new Set<string>();
  for (const part of parts) {
    const entry = parseSiteEntry(part.siteEntry);
    const admin = parseAdminCert(part.adminCert);
    const { orgId } = entry.roots;
    must(!seen.has(toHex(orgId)));
    seen.add(toHex(orgId));
    const team = yield* openTeam(part, entry, nowHour);
    yield;
    const known = !pinned || pinned.includes(fingerprint(entry.roots));
    const checks = siteEntryChecks(entry, admin, nowHour);
    const signed = known && (yield* unlessRefusedInSteps(checks)) !== null;
    yield;
    if (signed) organisations.push({ entry, admin, team, onDuty: part.onDuty });
    else refused.push(orgId);
  }
  return { siteId, organisations, refused };
}
