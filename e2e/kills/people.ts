import { createDesk, type Desk } from '#lib/client/desk/desk.ts';
import type { DeskMeans } from '#lib/client/desk/desk-context.ts';
import { openPersonChat } from '#lib/client/person/conversation.ts';
import type { PersonChat } from '#lib/client/person/person-chat.ts';
import { openHelpPortal } from '#lib/client/portal/help-portal.ts';
import { processHttp } from '#lib/client/portal/http.ts';
import { organisationsOf } from '#lib/client/site/organisation.ts';
import { directKeyWork } from '#lib/client/team/key-work.ts';
import { createStaff } from '#lib/client/team/staff.ts';
import { systemRandom } from '#lib/crypto/primitives/random.ts';
import { demoPassword } from '#prisma/demo-accounts.ts';

const means: DeskMeans = {
  now: Date.now,
  random: systemRandom,
  later(ms, work) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};

export type AtDesk = { desk: Desk; lock: () => Promise<void> };

/** A counsellor of the demo at a browser of their own. */
export async function signIn(origin: string, loginName: string): Promise<AtDesk> {
  const http = processHttp(origin);
  const staff = createStaff({
    now: Date.now,
    random: systemRandom,
    http,
    work: () => directKeyWork,
  });
  const answer = await staff.signIn(loginName, demoPassword, null);
  const state = staff.state();
  if (state.kind !== 'open') throw new Error(`${loginName}: ${JSON.stringify(answer)}`);
  const { session } = state;
  return { desk: createDesk(session, means, () => undefined), lock: () => session.lock() };
}

/** Somebody who opens the help side and starts a chat with this organisation. */
export async function startChat(origin: string, organisation: string): Promise<PersonChat> {
  const bytes = new Uint8Array(await (await fetch(`${origin}/site.bin`)).arrayBuffer());
  const all = await organisationsOf(bytes, Date.now());
  const found = all?.find(({ name }) => name === organisation);
  if (!found?.team) throw new Error(`${organisation} has no key`);
  const target = { id: found.id, roots: found.roots, team: found.team };
  const prefs = { language: 'en', country: 'NL', age: 'not-said', danger: false } as const;
  const openPortal = () => openHelpPortal(origin);
  return openPersonChat(target, prefs, {
    ...means,
    openPortal,
    portal: openPortal(),
    online: () => true,
    // More chats a minute than people start: none of them does the work that it would be asked for.
    prove: async () => null,
  });
}
