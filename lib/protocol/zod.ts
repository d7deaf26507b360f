import { config } from 'zod/mini';

// [Note: jitless] zod 4 probes `new Function` to build faster parsers. Our pages forbid eval, and the
// probe alone would be a policy violation in the console, so it is off before any schema is made.
config({ jitless: true });

// Name by name, never as one object: what a page ships of zod is then what its schemas use, an eighth.
// So files that a browser loads write `import * as z`.
export * from 'zod/mini';
