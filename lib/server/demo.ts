import { demoLines } from './demo-lines.ts';
import { projectFolder, run } from './run.ts';
import { seedDemo } from './seed-demo-process.ts';

// `npm run demo`

const server = await run('demo');
const { address, dataDir, report } = server;
await seedDemo({ projectFolder, address, dataDir, report });
server.ready(demoLines(address));
