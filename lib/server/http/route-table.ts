import type { Route } from './route.ts';

export type RouteMatch =
  | { kind: 'found'; route: Route; params: Record<string, string> }
  | { kind: 'wrong_method'; allowed: string[] }
  | { kind: 'unknown' };

export type RouteTable = { match(method: string, path: string): RouteMatch };

/** @throws when two routes have the same method and path: one of them would never be reached. */
export function createRouteTable(routes: readonly Route[]): RouteTable {
  const seen = new Set<string>();
  for (const { method, path } of routes) {
    const key = `${method} ${path.replace(/:[^/]+/g, ':')}`;
    if (seen.has(key)) throw new Error(`two routes for ${key}`);
    seen.add(key);
  }
  const table = routes.map((route) => ({ route, wanted: route.path.split('/') }));
  return {
    match(method, path) {
      const given = path.split('/');
      const allowed: string[] = [];
      for (const { route, wanted } of table) {
        const params = matchPath(wanted, given);
        if (params === null) continue;
        if (route.method === method) return { kind: 'found', route, params };
        allowed.push(route.method);
      }
      return allowed.length > 0 ? { kind: 'wrong_method', allowed } : { kind: 'unknown' };
    },
  };
}

/**
 * Every request passes here, also the view of a page, so nothing is made before a path can be the right one.
 * @returns the values of the `:name` parts; null when the path is another
 */
function matchPath(
  wanted: readonly string[],
  given: readonly string[],
): Record<string, string> | null {
  if (wanted.length !== given.length) return null;
  const isName = (part: string) => part.startsWith(':');
  if (!wanted.every((part, i) => isName(part) || part === given[i])) return null;
  const params: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    if (!isName(part)) continue;
    const decoded = decode(given[i] ?? '');
    if (decoded === null || decoded === '') return null;
    params[part.slice(1)] = decoded;
  }
  return params;
}

function decode(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
