import type { TeamSession } from './team-session.ts';

const ATTEMPTS = 4;

/**
 * Runs something that plans on the directory of now and loses a race when a colleague's client was
 * appending at the same moment. Each attempt plans again.
 */
export async function again<T extends { ok: true } | { ok: false; code: string }>(
  session: TeamSession,
  act: () => Promise<T>,
): Promise<T> {
  let done = await act();
  for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
    if (done.ok || done.code !== 'stale' || session.locked()) return done;
    done = await act();
  }
  return done;
}
