import type { accountRoutes } from '#lib/protocol/account-routes.ts';
import type { z } from '#lib/protocol/zod.ts';
import type { StoredBytes } from '../credentials/tokens.ts';

/** An account as a browser made it, parsed. */
export type NewAccount = z.output<(typeof accountRoutes)['POST /api/join']>['account'];

/** The part of it that a member makes anew, parsed. */
export type NewCredentials = z.output<(typeof accountRoutes)['POST /api/renew']>['credentials'];

/** What a sign-in compares with. */
export type SignInAccount = {
  memberId: string;
  salt: StoredBytes;
  loginKeyHash: StoredBytes;
  totpSecret: StoredBytes | null;
};
