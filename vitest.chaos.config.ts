import { defineConfig } from 'vitest/config'

/** The runtime is killed, providers fail, messages get lost: what must hold all the same. One at a time, fixed seeds. */
export default defineConfig({
  test: {
    name: 'chaos',
    include: ['tests/chaos/**/*.chaos.test.ts', 'workers/*/test/**/*.chaos.test.ts'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
})
