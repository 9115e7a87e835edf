import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{kernel,core,groups,apps,tests,bench}/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/setup/postgres.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
