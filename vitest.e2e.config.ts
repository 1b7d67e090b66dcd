import { defineConfig } from 'vitest/config'

/** Journeys in a real browser against the real Workers. Needs Chromium and a built page; `npm test` sees to the first, the suite to the second. */
export default defineConfig({
  test: {
    name: 'e2e',
    include: ['tests/e2e/**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // What is waited for is somebody else's work: the limit ends what hangs, and says nothing of how fast it was.
    expect: { poll: { timeout: 20_000 } },
  },
})
