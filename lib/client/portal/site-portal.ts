/** A slow line has all of it by then; a server that never answers is given up, and asked again. In ms. */
const ANSWER_MS = 15_000;

/**
 * Fetches `/site.bin`: the same bytes for everyone and no parameters, so the request says nothing about
 * the country or the organisation that somebody is interested in.
 * @returns null when there is no answer; trying again is the caller's choice
 */
export async function fetchSite(origin = ''): Promise<Uint8Array | null> {
  try {
    const answer = await fetch(`${origin}/site.bin`, {
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
