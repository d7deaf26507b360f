import * as z from './zod.ts';

/** 16 bytes as 32 lower-case hex digits. */
const hex16 = z.string().check(z.regex(/^[0-9a-f]{32}$/));

export const mailboxId = hex16.brand<'MailboxId'>();
export const organisationId = hex16.brand<'OrganisationId'>();
export const memberId = hex16.brand<'MemberId'>();
export const deviceId = hex16.brand<'DeviceId'>();
export const frameId = hex16.brand<'FrameId'>();
export const releaseId = hex16.brand<'ReleaseId'>();
export const lookId = hex16.brand<'LookId'>();

export type MailboxId = z.infer<typeof mailboxId>;
export type OrganisationId = z.infer<typeof organisationId>;
export type MemberId = z.infer<typeof memberId>;
export type DeviceId = z.infer<typeof deviceId>;
export type FrameId = z.infer<typeof frameId>;
export type LookId = z.infer<typeof lookId>;
export type ReleaseId = z.infer<typeof releaseId>;
