import { defineConfig } from 'vitest/config'

/** Stories through the real Workers on one local runtime; one file at a time, each with a runtime and storage of its own. */
export default defineConfig({
  test: {
    name: 'integration',
    include: ['tests/integration/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
