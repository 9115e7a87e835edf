import { defineConfig } from 'vitest/config';

/** What drives whole processes and real browsers: one file at a time, so that no story is slowed by another. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['{journeys,offline,faults}/**/*.test.{ts,tsx}'],
    globalSetup: ['setup/postgres.ts'],
    // For what hangs; how long a thing may take is said by benches, on a machine that does nothing else.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // How long a busy machine may take to show something; what is there at once is seen at once.
    expect: { poll: { timeout: 30_000 } },
    pool: 'forks',
    fileParallelism: false,
    passWithNoTests: false,
  },
});
