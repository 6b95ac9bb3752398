import { defineConfig } from 'vitest/config'

/** Journeys drive a whole server and real browsers, one after the other. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['packages/e2e/src/**/*.journey.ts', 'server/src/**/*.journey.ts'],
    globalSetup: 'server/src/testing/test-run.ts',
    testTimeout: 240_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
  },
})
