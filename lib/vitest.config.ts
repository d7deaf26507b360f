import { defineConfig } from 'vitest/config';

/** Unit and integration tests of the three rooms; the browser tests have their own runner. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: [
      'lib/**/*.test.ts',
      'prisma/**/*.test.ts',
      'messages/**/*.test.ts',
      'components/**/*.test.ts',
      'e2e/**/*.test.ts',
    ],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
