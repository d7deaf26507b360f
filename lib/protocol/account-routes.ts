import { base64url } from './bytes-fields.ts';
import type { Refused } from './codes.ts';
import type { MemberId, OrganisationId } from './ids.ts';
import { memberId, organisationId } from './ids.ts';
import { limits } from './limits.ts';
import { loginNamePattern } from './login-name.ts';
import * as z from './zod.ts';

/**
 * JSON routes of the team side. Bytes are unpadded base64url. None of them carries a password: the
 * browser derives `loginKey` from it (protocol decision 2), and the vault comes back sealed.
 */
const token = base64url(32);
const loginName = z
  .string()
  .check(z.trim(), z.normalize('NFKC'), z.toLowerCase(), z.regex(loginNamePattern));
const sixDigits = z.string().check(z.regex(/^\d{6}$/));
/** Proof of work (reading j): the challenge is the server's, the nonce is 8 bytes. */
const work = z.strictObject({ challenge: base64url(16), nonce: base64url(8) });

/** What a browser makes anew for an account: password, second factor, keys. */
const credentials = {
  salt: base64url(16),
  loginKey: base64url(32),
  vault: base64url(72, limits.vaultBytes),
  identity: base64url(100, 1024),
  deviceEpoch: base64url(100, 4096),
  /** Secret of the authenticator app and a first code from it; left out only in a demo. */
  totp: z.optional(z.strictObject({ secret: base64url(20), code: sixDigits })),
};

/** A new account: made in the browser, by the founder or through an invitation. */
const account = z.strictObject({
  memberId,
  loginName,
  displayName: z
    .string()
    .check(z.trim(), z.minLength(1), z.maxLength(32), z.regex(/^[^\p{Cc}\p{Cs}]*$/u)),
  ...credentials,
});

const entry = base64url(2, 4096);
const seal = z.strictObject({
  epoch: z.int().check(z.gte(1), z.lte(limits.highest)),
  deviceId: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  blob: base64url(limits.wrapBytes),
});
const wrap = z.strictObject({
  what: z.enum(['store', 'release']),
  epoch: z.int().check(z.gte(1), z.lte(limits.highest)),
  deviceId: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  senderDeviceId: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  blob: base64url(limits.wrapBytes),
});

export const accountRoutes = {
  /** GET-like: is this link still good, and for what? */
  'POST /api/invitation': z.strictObject({ token }),
  /** Whether nobody signs in with this name; for whoever holds a link for a new account, a few times. */
  'POST /api/login-name': z.strictObject({ token, loginName }),
  'POST /api/set-up': z.strictObject({
    token,
    organisationId,
    siteEntry: base64url(100, 32768),
    adminCert: entry,
    entries: z.array(entry).check(z.maxLength(limits.appendEntries)),
    seals: z.array(seal).check(z.maxLength(256)),
    wraps: z.array(wrap).check(z.maxLength(16)),
    founder: account,
  }),
  'POST /api/join': z.strictObject({ token, account }),
  /** Begins an account anew, whose member a supervisor made a link for. Its names stay. */
  'POST /api/renew': z.strictObject({ token, credentials: z.strictObject(credentials) }),
  /** Whether these keys were approved; for the page on which their member waits. */
  'POST /api/approval': z.strictObject({ memberId, watch: base64url(32) }),
  'POST /api/sign-in/challenge': z.strictObject({ loginName }),
  'POST /api/sign-in': z.strictObject({
    loginName,
    loginKey: base64url(32),
    code: z.optional(sixDigits),
    work,
  }),
  /** The session's own member: what "Unlock" needs after a reload. */
  'POST /api/session': z.strictObject({}),
  'POST /api/sign-out': z.strictObject({}),
} as const;

export type AccountRoutes = typeof accountRoutes;
export type AccountRoute = keyof AccountRoutes;

/** What a signed-in browser learns; the vault opens only with the password. */
export type SessionView = {
  memberId: MemberId;
  organisationId: OrganisationId;
  loginName: string;
  displayName: string;
  roles: number;
  status: 'pending' | 'active';
  salt: string;
  vault: string;
  vaultVersion: number;
  demo: boolean;
};

/** A fresh challenge for the proof of work: `challenge` in base64url, 16 bytes, good for 5 minutes, once. */
export type WorkOffer = { challenge: string; bits: number };

/**
 * A refused sign-in. With `work_needed`, `wrong_credentials` and `second_factor` comes the challenge of
 * the next attempt, so that a browser can solve it while somebody types the six digits; with `slow_down`
 * how long to wait.
 */
export type SignInRefused = Refused & Partial<WorkOffer> & { seconds?: number };

export type AccountAnswers = {
  'POST /api/invitation': {
    kind: 'set-up' | 'join' | 'renew';
    roles: number;
    organisationId: OrganisationId | null;
    organisationName: string | null;
    /** Whose account begins anew, of a link for that. */
    member: { memberId: MemberId; loginName: string; displayName: string } | null;
    demo: boolean;
  };
  'POST /api/login-name': { free: boolean };
  'POST /api/set-up': { organisationId: OrganisationId };
  /** `watch`: what the waiting page asks `/api/approval` with. */
  'POST /api/join': { memberId: MemberId; watch: string };
  'POST /api/renew': { memberId: MemberId; watch: string };
  'POST /api/approval': { approved: boolean };
  'POST /api/sign-in/challenge': { memberId: MemberId; salt: string } & WorkOffer;
  'POST /api/sign-in': SessionView;
  'POST /api/session': SessionView;
  'POST /api/sign-out': object;
};
