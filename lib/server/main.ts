import { run } from './run.ts';

// `npm start`

const server = await run('real');
server.ready(server.lines);
