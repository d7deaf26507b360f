import type { EnvProblem } from './env.ts';

/** Everything that can stop the start, each with a sentence that says what to do. */
export type StartProblem =
  | { code: 'env'; problems: EnvProblem[] }
  | { code: 'demo_on_real_database' }
  | { code: 'demo_for_everyone'; host: string }
  | { code: 'folder_in_use'; folder: string }
  | { code: 'holds_demo' }
  | { code: 'holds_organisations' }
  | { code: 'roots_file_missing' }
  | { code: 'roots_file_malformed'; line: number }
  | { code: 'texts_missing'; problems: string[] }
  | { code: 'port'; reason: string; port: number };

/** One sentence, or one a line, for the person at the keyboard. */
export function startProblemText(problem: StartProblem): string {
  switch (problem.code) {
    case 'env':
      return problem.problems
        .map(({ variable, problem: text }) => `${variable} ${text}.`)
        .join('\n');
    case 'demo_on_real_database':
      return 'A demo has public passwords and DATABASE_URL is set. Unset it, or say DEMO_DATABASE=yes if that database may hold a demo.';
    case 'demo_for_everyone':
      return `A demo has public passwords and HOST=${problem.host} is not loopback. Use HOST=127.0.0.1.`;
    case 'folder_in_use':
      return `Another Havre is running on DATA_DIR (${problem.folder}). Stop it, or give this one another DATA_DIR and PORT.`;
    case 'holds_demo':
      return 'This database holds a demo, whose passwords are public. Give `npm start` another DATA_DIR or DATABASE_URL.';
    case 'holds_organisations':
      return 'This database holds organisations that no demo made. Give `npm run demo` another DATA_DIR or DATABASE_URL.';
    case 'roots_file_missing':
      return 'ROOTS_FILE names a file that cannot be read.';
    case 'roots_file_malformed':
      return problem.line === 0
        ? 'ROOTS_FILE names no fingerprint, so the pages would accept nobody. Put one a line, as the office shows it under Keys.'
        : `ROOTS_FILE: line ${problem.line} is no fingerprint. It is six groups of five digits, as the office shows it under Keys.`;
    case 'texts_missing':
      return ['A real start needs these texts, in every language:', ...problem.problems].join('\n');
    case 'port':
      return problem.reason === 'EADDRINUSE'
        ? `Port ${problem.port} is taken. Stop what uses it, or set PORT.`
        : `PORT ${problem.port} on HOST cannot be opened (${problem.reason}).`;
  }
}
