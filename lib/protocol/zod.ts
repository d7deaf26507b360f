import * as z from 'zod/mini';

// [Note: jitless] zod 4 probes `new Function` to build faster parsers. Our pages forbid eval, and the
// probe alone would be a policy violation in the console, so it is off before any schema is made.
z.config({ jitless: true });

export { z };
