import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { newToken } from './credentials/tokens.ts';
import { type Ask, type AskAnswer, leaveAsk } from './invitations/operator-asks.ts';
import { lastDayText } from './invitations/set-up-line.ts';
import { loadEnv } from './load-env.ts';
import { startProblemText } from './start-problems.ts';

// `npm run invite-organisation`, beside a running `npm start`: a link for one more organisation.

const PATIENCE_MS = 10_000;
const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

async function ask(folder: string, question: Ask): Promise<AskAnswer | null> {
  const left = leaveAsk(folder, question);
  try {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(100)) {
      const answer = left.answer();
      if (answer !== null) return answer;
    }
    return null;
  } finally {
    left.tidy();
  }
}

function lines(answer: AskAnswer, token: string, isPinned: boolean): string[] {
  switch (answer.kind) {
    case 'refused':
      return fail('This is a demo, whose passwords are public. No other organisation can join it.');
    case 'withdrawn':
      return [`Set-up links that no longer work: ${answer.count}.`];
    case 'made':
      return [
        'Send this link to a supervisor of the new organisation, and to nobody else.',
        ...(isPinned
          ? ['ROOTS_FILE is set: add their fingerprint (office, Keys), or nobody sees them.']
          : []),
        `Set up another organisation (${lastDayText(answer.expiresDay)}): ${answer.address}/setup/${token}`,
      ];
  }
}

const [option, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (option !== undefined && option !== '--withdraw'))
  fail('Use: npm run invite-organisation, or npm run invite-organisation -- --withdraw');
const environment = loadEnv(projectFolder);
if (!environment.ok) fail(startProblemText({ code: 'env', problems: environment.problems }));
const { dataDir, rootsFile } = environment.env;
const folder = resolve(dataDir);
const silent = `No Havre answers on DATA_DIR (${folder}). Start it there, and run this on the same machine, as the same account, with the same settings.`;
if (!existsSync(folder)) fail(silent);
const { token, hash } = newToken();
const question: Ask =
  option === '--withdraw'
    ? { kind: 'withdraw' }
    : { kind: 'make', hash: Buffer.from(hash).toString('hex') };
const answer = (await ask(folder, question)) ?? fail(silent);
for (const line of lines(answer, token, rootsFile !== null)) process.stdout.write(`${line}\n`);
