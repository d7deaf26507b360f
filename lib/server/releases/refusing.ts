import type { Code } from '#lib/protocol/codes.ts';
import { appendAudit, type Doer } from '../audit/append.ts';
import type { Transaction } from '../db/database.ts';
import { refusedAs } from './types.ts';

/** Notes an attempt that nobody may make, in the transaction that changes nothing else. */
export const refusing =
  (
    tx: Transaction,
    organisationId: string,
    by: Doer,
    action: 'approval.refused' | 'release.refused',
  ) =>
  async (code: Code) => {
    await appendAudit(tx, organisationId, by, action, code);
    return refusedAs(code);
  };
