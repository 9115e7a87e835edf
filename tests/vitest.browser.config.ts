import { defineConfig } from 'vitest/config';

/** What drives whole processes and real browsers. Stories wait more than they work, so two go side by side. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['{journeys,offline,faults}/**/*.test.{ts,tsx}'],
    globalSetup: ['setup/postgres.ts'],
    testTimeout: 180_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    passWithNoTests: false,
  },
});
