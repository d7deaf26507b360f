import type { Code } from '#lib/protocol/codes.ts';
import { appendAudit, type Doer } from '../audit/append.ts';
import type { Transaction } from '../db/database.ts';
import { refusedAs } from './types.ts';

/**
 * Notes an attempt that nobody may make, in the transaction that changes nothing else.
 * @returns what refuses with a code; the log has the code, or `why` where that says more
 */
export const refusing =
  (
    tx: Transaction,
    organisationId: string,
    by: Doer,
    action: 'approval.refused' | 'release.refused',
  ) =>
  async (code: Code, why: Code | 'too_few' = code) => {
    await appendAudit(tx, organisationId, by, action, why);
    return refusedAs(code);
  };
