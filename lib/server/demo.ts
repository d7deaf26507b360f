import { demoLines } from './demo-lines.ts';
import { print, projectFolder, run } from './run.ts';
import { seedDemo } from './seed-demo-process.ts';

// `npm run demo`

const { address, dataDir } = await run('demo');
await seedDemo({ projectFolder, address, dataDir, report: print });
for (const line of demoLines(address)) print(line);
print(`ready ${address}`);
