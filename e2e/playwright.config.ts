import { defineConfig } from '@playwright/test';
import { chromiumFlags, systemChromium } from './chromium.ts';

const executablePath = systemChromium();

/** One spec a promise; against the production build, in a real browser. */
export default defineConfig({
  testDir: '.',
  // Unit tests of the tools live here too, and have their own runner.
  testMatch: '**/*.spec.ts',
  outputDir: '../test-results',
  // Two cores: one server and one set of browsers at a time is faster than two that wait for each other.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '../.tmp/e2e-results.json' }]],
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    launchOptions: {
      args: chromiumFlags,
      ...(executablePath ? { executablePath } : {}),
    },
  },
});
