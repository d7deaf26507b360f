import type { Code } from '#lib/protocol/codes.ts';
import type { ServerDeps } from '../deps.ts';
import { isOnDuty } from '../duty/announce.ts';
import { opennessNow } from './hours.ts';

/**
 * Why nobody new may begin at an organisation now: it is closed or about to close by its own hours, or
 * nobody is on duty. Whoever waits already is not asked.
 */
export async function intakeRefusal(
  deps: ServerDeps,
  organisationId: string,
): Promise<Extract<Code, 'not_open' | 'nobody_on_duty'> | null> {
  const hours = await opennessNow(deps, organisationId);
  if (hours !== null && !hours.open) return 'not_open';
  return (await isOnDuty(deps, organisationId)) ? null : 'nobody_on_duty';
}
