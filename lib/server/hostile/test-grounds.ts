import { addCast, addHeld, addWaiting, type Held } from '../access/test-cast.ts';
import type { Database } from '../db/database.ts';
import { createJoinLink } from '../invitations/mutations.ts';
import { foundOrganisation } from '../organisations/test-organisation.ts';
import {
  addInstallation,
  addMember,
  addOrganisation,
  type TestMember,
} from '../realtime/test-people.ts';

type Cast = Awaited<ReturnType<typeof addCast>>;

/** Who is there before the hunt begins. */
export type Grounds = {
  /** Its members are among the hostile ones, with every role. */
  ours: { organisationId: string; cast: Cast; entries: Uint8Array[]; siteEntries: Uint8Array[] };
  /** Nobody of it is hostile, every id of it is known to those who are, and chats go on in it. */
  quiet: { organisationId: string; counsellor: TestMember };
  /** As quiet, and nobody does anything: not one byte of it may change. */
  bystander: { organisationId: string; counsellor: TestMember; held: Held; waiting: Held };
  /** Tokens of links to join `ours`. */
  links: string[];
  /** Members of `ours` that may be suspended or approved. */
  expendable: string[];
};

export async function addGrounds(database: Database): Promise<Grounds> {
  await addInstallation(database);
  const founded = foundOrganisation(Date.now());
  const { organisationId } = founded;
  const [quiet, bystander] = [await addOrganisation(database), await addOrganisation(database)];
  await addOrganisation(database, organisationId);
  const cast = await addCast(database, organisationId, quiet);
  const counsellor = await addMember(database, bystander);
  const expendable: string[] = [];
  const links: string[] = [];
  for (let i = 0; i < 24; i += 1) {
    const status = i % 2 === 0 ? 'active' : 'pending';
    expendable.push((await addMember(database, organisationId, 1, status)).memberId);
    const what = { organisationId, roles: 1 };
    const by = { memberId: cast.supervisor.memberId, today: Math.floor(Date.now() / 86_400_000) };
    links.push((await createJoinLink(database, what, by)).token);
  }
  return {
    ours: {
      organisationId,
      cast,
      entries: [
        founded.adminCert,
        founded.keyOfficer.cert,
        ...Array.from({ length: 8 }, (_, i) => founded.teamEpoch(i + 1)),
      ],
      siteEntries: [2, 3, 4, 2 ** 31 + 5].map((version) => founded.siteEntry(version)),
    },
    quiet: { organisationId: quiet, counsellor: await addMember(database, quiet) },
    bystander: {
      organisationId: bystander,
      counsellor,
      held: await addHeld(database, counsellor),
      waiting: await addWaiting(database, bystander),
    },
    links,
    expendable,
  };
}
