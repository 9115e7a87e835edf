import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{kernel,core,groups,apps,tests,bench}/**/*.test.{ts,tsx}'],
    // These take the whole machine and run one by one: tests/vitest.browser.config.ts.
    exclude: [...configDefaults.exclude, 'tests/{journeys,offline,faults}/**'],
    globalSetup: ['tests/setup/postgres.ts'],
    // For what hangs; how long a thing may take is said by benches, on a machine that does nothing else.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // How long a busy machine may take to show something; what is there at once is seen at once.
    expect: { poll: { timeout: 30_000 } },
    pool: 'forks',
    maxWorkers: 2,
  },
});
