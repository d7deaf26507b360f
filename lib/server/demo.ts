import { demoLines } from './demo-lines.ts';
import { projectFolder, run } from './run.ts';
import { startSeedProcess } from './seed-demo-process.ts';

// `npm run demo`

const seed = startSeedProcess(projectFolder);
process.once('exit', seed.abandon);
const server = await run('demo');
server.report('Filling the demo with organisations and accounts.');
await seed.order(server.address, await server.demoSetUpTokens(), server.dataFolder);
server.ready(demoLines(server.address, server.dataFolder));
