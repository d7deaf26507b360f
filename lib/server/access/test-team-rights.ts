import type { TeamEvent } from '#lib/protocol/team-events.ts';
import { colleagueRights } from './tests/colleague-rights.ts';
import { conversationRights } from './tests/conversation-rights.ts';
import { directoryRights } from './tests/directory-rights.ts';
import { memberRights } from './tests/member-rights.ts';
import { organisationRights } from './tests/organisation-rights.ts';
import { releaseRights } from './tests/release-rights.ts';
import type { TeamRight } from './tests/right.ts';
import { signalRights } from './tests/signal-rights.ts';

/** Every event of `/team`. A new event needs a row: say who may send it, and who may not. */
export const teamRights: { [E in TeamEvent]: TeamRight } = {
  ...directoryRights,
  ...conversationRights,
  ...memberRights,
  ...colleagueRights,
  ...signalRights,
  ...releaseRights,
  ...organisationRights,
};
