import { previewOf } from '#lib/crypto/conversation/open-starts.ts';
import { startIntake } from '#lib/crypto/conversation/person.ts';
import { openSite } from '#lib/crypto/organisation/site-file.ts';
import { toHex } from '#lib/crypto/primitives/bytes.ts';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import { hourOf, minuteOf } from '#lib/crypto/primitives/time-units.ts';
import { mailboxId } from '#lib/protocol/ids.ts';
import type { WaitingMailbox } from '#lib/protocol/team/conversation-events.ts';
import { openIntake } from '../desk/waiting.ts';
import type { TeamSession } from './team-session.ts';
import type { TestTeam } from './test-team.ts';

/** The public file as it is now. */
export const siteOf = async ({ house }: TestTeam) =>
  openSite(await house.get('/site.bin'), { nowHour: hourOf(house.deps.now()) });

/** Somebody starts a chat with the team as `/site.bin` shows it now. */
export async function startChat(team: TestTeam): Promise<WaitingMailbox> {
  const organisation = (await siteOf(team)).organisations[0];
  if (!organisation?.team) throw new Error('the organisation is closed');
  const { teamEpoch } = organisation.team;
  const id = systemRandom(16);
  const target = {
    orgId: teamEpoch.orgId,
    teamId: teamEpoch.teamId,
    epoch: teamEpoch.epoch,
    teamPublicKey: teamEpoch.publicKey,
    mailboxId: id,
  };
  const prefs = {
    language: 'nl',
    country: 'BE',
    age: 'not-said',
    danger: true,
    cover: false,
  } as const;
  const minute = minuteOf(team.house.deps.now());
  const started = startIntake(target, { content: { type: 'prefs', prefs }, minute }, systemRandom);
  if (!started.ok) throw new Error(started.code);
  const frame = { frameId: toHex(systemRandom(16)), blob: Uint8Array.from(started.frame) };
  const waiting = {
    mailboxId: mailboxId.parse(toHex(id)),
    arrival: 1,
    presence: 'here',
  } as const;
  return { ...waiting, frames: [frame as WaitingMailbox['frames'][number]] };
}

/** Whether somebody with these team keys reads it. */
export function opens(
  keys: Pick<TeamSession, 'epochSeed' | 'view'>,
  chat: WaitingMailbox,
): boolean {
  const start = openIntake(keys, chat);
  return start !== null && previewOf(start).prefs?.danger === true;
}

/** The team keys of a session as somebody has them who copied its open vault. */
export function takenKeys(session: TeamSession): Pick<TeamSession, 'epochSeed' | 'view'> {
  const taken = new Map(session.vault().teamEpochs.map((e) => [e.epoch, e.seed.slice()]));
  return { view: session.view, epochSeed: (epoch) => taken.get(epoch) ?? null };
}
