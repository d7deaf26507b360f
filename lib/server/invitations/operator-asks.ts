import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from '#lib/protocol/zod.ts';

// [Note: Asking the running server] The technician makes a link for another organisation while Havre runs. The
// embedded database belongs to the running process alone, and an address would be there for everybody. So a
// command leaves a file in DATA_DIR, which only the account that runs Havre can write, and the process that
// holds the lock of that folder answers beside it. The token stays with the command; the file has its hash.

const ask = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('make'), hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
  z.strictObject({ kind: z.literal('withdraw') }),
]);
/** `make`: a set-up link whose token has this SHA-256. `withdraw`: every set-up link that nobody used. */
export type Ask = z.infer<typeof ask>;

const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('made'), address: z.string(), expiresDay: z.number() }),
  z.strictObject({ kind: z.literal('withdrawn'), count: z.number() }),
  z.strictObject({ kind: z.literal('refused'), code: z.enum(['demo']) }),
]);
/** `address` is where people reach this server, without a slash at the end. */
export type AskAnswer = z.infer<typeof answer>;

const anyFile = /^set-up-[0-9a-f]{16}\.(ask|answer)(\.new)?$/;
const askFile = /^set-up-[0-9a-f]{16}\.ask$/;
const answerOf = (name: string) => name.replace(/\.ask$/, '.answer');

/** Nobody waits longer for an answer, in ms. */
const OLD_MS = 60_000;

// Whoever reads it never finds half of it.
function writeWhole(file: string, value: Ask | AskAnswer): void {
  writeFileSync(`${file}.new`, JSON.stringify(value), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function readWhole<T>(file: string, schema: z.ZodMiniType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Leaves a question for the server of this folder. @returns how to look for its answer, and how to give up */
export function leaveAsk(folder: string, question: Ask) {
  const file = join(folder, `set-up-${randomBytes(8).toString('hex')}.ask`);
  writeWhole(file, question);
  return {
    answer: (): AskAnswer | null => readWhole(answerOf(file), answer),
    tidy() {
      rmSync(file, { force: true });
      rmSync(answerOf(file), { force: true });
    },
  };
}

/** Takes the questions out of the folder, and what an earlier command left behind. */
export function takeAsks(
  folder: string,
  now: number,
): { question: Ask | null; reply(answer: AskAnswer): void }[] {
  return readdirSync(folder).flatMap((name) => {
    if (!anyFile.test(name)) return [];
    const file = join(folder, name);
    const isOld = now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > OLD_MS;
    if (!isOld && !askFile.test(name)) return [];
    const question = isOld ? null : readWhole(file, ask);
    rmSync(file, { force: true });
    if (isOld) return [];
    return [{ question, reply: (said) => writeWhole(join(folder, answerOf(name)), said) }];
  });
}
