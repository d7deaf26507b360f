import { configDefaults, defineConfig } from 'vitest/config';

/** Its hunts measure whether a server still answers: beside other work it has no time, and that is no fault. */
const HUNTS = ['lib/server/hostile/**/*.test.ts'];

/** Unit and integration tests of the rooms; the browser tests have their own runner. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: [
            'lib/**/*.test.ts',
            'prisma/**/*.test.ts',
            'messages/**/*.test.ts',
            'components/**/*.test.ts',
            'e2e/**/*.test.ts',
          ],
          exclude: [...configDefaults.exclude, ...HUNTS],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'hunts', include: HUNTS, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
