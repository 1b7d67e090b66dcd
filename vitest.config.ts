import { defineConfig } from 'vitest/config'

/** Unit tests run in Node; the other runtimes (workerd, harness, browser) have a project each as they arrive. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,workers,durable-objects,tools,web}/**/*.unit.test.ts'],
          exclude: ['**/node_modules/**', '**/dist/**'],
          // Long enough for a slow, busy machine: a time limit here ends what hangs, it measures nothing.
          testTimeout: 180_000,
        },
      },
    ],
  },
})
