import type { TeamEvent } from '#lib/protocol/team-events.ts';
import { colleagueRights } from './test-rights/colleague-rights.ts';
import { conversationRights } from './test-rights/conversation-rights.ts';
import { directoryRights } from './test-rights/directory-rights.ts';
import { memberRights } from './test-rights/member-rights.ts';
import { organisationRights } from './test-rights/organisation-rights.ts';
import { releaseRights } from './test-rights/release-rights.ts';
import type { TeamRight } from './test-rights/right.ts';
import { signalRights } from './test-rights/signal-rights.ts';

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
