import type { HelpEvent } from '#lib/protocol/help-events.ts';
import { registerRow, stateRow, withdrawRow } from '../consents/handlers.ts';
import { attachRow, confirmRow, endRow, sendRow } from '../mailboxes/handlers.ts';
import { deleteRow } from '../mailboxes/leaving.ts';
import { openRow } from '../mailboxes/opening.ts';
import type { HelpRow } from './types.ts';

/** Every event of `/help`; what is not here is unknown. */
export const helpTable: { [E in HelpEvent]: HelpRow<E> } = {
  'mailbox:open': openRow,
  'mailbox:attach': attachRow,
  'frame:send': sendRow,
  'frame:confirm': confirmRow,
  'chat:end': endRow,
  'chat:delete': deleteRow,
  'consent:register': registerRow,
  'consent:state': stateRow,
  'consent:withdraw': withdrawRow,
};
