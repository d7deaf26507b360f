import type { SessionView } from '#lib/protocol/account-routes.ts';

/** What the server says about who is signed in; without the vault and its salt. */
export type SessionFacts = Omit<SessionView, 'salt' | 'vault' | 'vaultVersion'>;

/** Role bits of a certificate (reading 28). */
export const roleBits = { counsellor: 1, supervisor: 2 } as const;

/** Where a member lands: supervisors in the office, everybody else at the desk. */
export const landsOn = (roles: number): 'office' | 'desk' =>
  (roles & roleBits.supervisor) === 0 ? 'desk' : 'office';

/** A session's view without what only the vault needs. */
export const factsOf = (view: SessionView): SessionFacts => ({
  memberId: view.memberId,
  organisationId: view.organisationId,
  loginName: view.loginName,
  displayName: view.displayName,
  roles: view.roles,
  status: view.status,
  demo: view.demo,
});
