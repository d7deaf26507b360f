import { runSeed } from './seed-run.ts';

// The demo's own process: it does what people would do in their browsers, with the same code, against
// the running server. It gets one line of JSON on its standard input (see `SeedOrder`), and derives the
// demo's passwords while it waits for it, so start it first.
process.exitCode = await runSeed(process.stdin, (line) => process.stderr.write(`${line}\n`));
