import { print, run } from './run.ts';

// `npm start`

const { address, lines } = await run('real');
for (const line of lines) print(line);
print(`ready ${address}`);
