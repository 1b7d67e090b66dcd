import { defineConfig } from 'vitest/config'

/** Everything a provider can do wrong, against every parser, over loopback. */
export default defineConfig({
  test: { name: 'faults', include: ['tests/{faults,peers}/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 30_000 },
})
