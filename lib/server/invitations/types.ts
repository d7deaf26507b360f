/** What a one-time link is for. */
export type Invitation =
  | { kind: 'set-up'; roles: 0; organisationId: null }
  | { kind: 'join'; roles: number; organisationId: string };

/** Days that a link is good for. */
export const linkDays = 7;
