/** A slow line has all of it by then; a server that never answers is given up, and asked again. In ms. */
const ANSWER_MS = 15_000;

/** `/site.bin`, and when the server says that this was, in ms since 1970; NaN when it does not say. */
export type FetchedSite = { bytes: Uint8Array; servedAt: number };

/**
 * Fetches `/site.bin`: the same bytes for everyone and no parameters, so the request says nothing about
 * the country or the organisation that somebody is interested in.
 * @returns null when there is no answer; trying again is the caller's choice
 */
export async function fetchSite(origin = ''): Promise<FetchedSite | null> {
  try {
    const answer = await fetch(`${origin}/site.bin`, {
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    if (!answer.ok) return null;
    const servedAt = Date.parse(answer.headers.get('date') ?? '');
    return { bytes: new Uint8Array(await answer.arrayBuffer()), servedAt };
  } catch {
    return null;
  }
}
