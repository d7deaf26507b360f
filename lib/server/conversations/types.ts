import type { TeamRequests } from '#lib/protocol/team-events.ts';
import type { z } from '#lib/protocol/zod.ts';

export type Take = z.output<TeamRequests['conversation:take']>;
export type Send = z.output<TeamRequests['conversation:send']>;
export type Rewrap = z.output<TeamRequests['conversation:rewrap']>;
export type Margin = z.output<TeamRequests['conversation:margin']>;
export type Confirm = z.output<TeamRequests['conversation:confirm']>;
export type NewArchiveRecord = Send['archive'][number];
export type NewCheckpoint = Send['checkpoint'];

/** Who acts on a conversation, and on which day. */
export type Holder = { memberId: string; organisationId: string; today: number };
