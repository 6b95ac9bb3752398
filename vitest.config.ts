import { defineConfig } from 'vitest/config'

/** Tests run on the sources of their own package and on the compiled code of every other one, as production does. */
export default defineConfig({
  test: {
    include: [
      'packages/*/src/**/*.test.{ts,tsx}',
      'server/src/**/*.test.ts',
      'client/src/**/*.test.{ts,tsx}',
    ],
    exclude: ['**/node_modules/**', '**/dist/**', 'packages/e2e/**'],
    globalSetup: 'server/src/testing/test-run.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
