/** What is kept of an error: enough to find the fault, nothing that somebody typed or sent. */
export type ErrorDescription = { name: string; code: string | null; at: readonly string[] };

const frames = 6;

/**
 * @returns the class of the error, its short code (`ECONNRESET`, `P2002`) and where in our source it
 * arose. Never its message: messages of databases and parsers quote their input.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { name: 'NotAnError', code: null, at: [] };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return {
    name: shortWord(error.constructor.name) ?? 'Error',
    code: code === null ? null : shortWord(code),
    at: places((error.stack ?? '').replace(error.message, '')),
  };
}

/** `lib/server/http/x.ts:12`, innermost first. */
function places(stack: string): string[] {
  const found = [
    ...stack.matchAll(/^\s+at .*?((?:lib|prisma|app|components|node_modules)\/[\w@./-]+:\d+)/gm),
  ];
  return found.flatMap((match) => match[1] ?? []).slice(0, frames);
}

/** Names and codes are single words; anything longer could carry a value. */
function shortWord(value: string): string | null {
  return /^[A-Za-z0-9_]{1,40}$/.test(value) ? value : null;
}
