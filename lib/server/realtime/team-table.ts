import type { TeamEvent } from '#lib/protocol/team-events.ts';
import { readAuditRow } from '../audit/handlers.ts';
import * as conversations from '../conversations/handlers.ts';
import * as directory from '../directory/handlers.ts';
import { deskRow, reachableRow, readDutyRow } from '../duty/handlers.ts';
import { inviteRow, readInvitationsRow, withdrawRow } from '../invitations/handlers.ts';
import * as looks from '../looks/handlers.ts';
import * as members from '../members/handlers.ts';
import { publishRow } from '../organisations/handlers.ts';
import * as releases from '../releases/handlers.ts';
import { renewRow } from '../renewals/handlers.ts';
import { callRow } from '../signals/call-supervisor.ts';
import { forwardRow, readDeskRow } from '../signals/forward-handlers.ts';
import { storeRow } from '../signals/handlers.ts';
import { dropTermsRow, proposeRow, readTermsRow } from '../signals/terms-handlers.ts';
import type { TeamRow } from './types.ts';

/** Every event of `/team`; what is not here is unknown. */
export const teamTable: { [E in TeamEvent]: TeamRow<E> } = {
  'directory:read': directory.readRow,
  'directory:append': directory.appendRow,
  'keys:read': directory.keysRow,
  'vault:store': members.vaultRow,
  'queue:read': conversations.queueRow,
  'conversation:take': conversations.takeRow,
  'conversation:read': conversations.readRow,
  'conversation:keys': conversations.keysRow,
  'conversation:rewrap': conversations.rewrapRow,
  'conversation:send': conversations.sendRow,
  'conversation:confirm': conversations.confirmRow,
  'conversation:margin': conversations.marginRow,
  'conversation:end': conversations.endRow,
  'conversation:close': conversations.closeRow,
  'member:read': members.readRow,
  'member:invite': inviteRow,
  'invitation:read': readInvitationsRow,
  'invitation:withdraw': withdrawRow,
  'member:approve': members.approveRow,
  'member:suspend': members.suspendRow,
  'member:renew': renewRow,
  'signal:store': storeRow,
  'supervisor:call': callRow,
  'look:ask': looks.askRow,
  'look:confirm': looks.confirmRow,
  'signals:read': releases.readRow,
  'signals:approve': releases.approveRow,
  'release:make': releases.makeRow,
  'desk:read': readDeskRow,
  'signal:forward': forwardRow,
  'pattern:approve': releases.approvePatternRow,
  'pattern:release': releases.releasePatternRow,
  'release:read': releases.fileRow,
  'terms:propose': proposeRow,
  'terms:read': readTermsRow,
  'desk:open': deskRow,
  'duty:read': readDutyRow,
  'duty:reachable': reachableRow,
  'terms:drop': dropTermsRow,
  'audit:read': readAuditRow,
  'organisation:publish': publishRow,
};
