import type { FrameId, MailboxId, OrganisationId } from './ids.ts';

/**
 * An id of 16 bytes that this page made or read itself, see [Note: read by hand].
 * @throws RangeError for anything but 32 lower-case hex digits
 */
export function readId<Id extends FrameId | MailboxId | OrganisationId>(hex: string): Id {
  if (!/^[0-9a-f]{32}$/.test(hex)) throw new RangeError('an id has 16 bytes');
  return hex as Id;
}
