import { defineConfig } from 'vitest/config'

/** The Model Context Protocol's conformance suite, against our server in workerd and our client. */
export default defineConfig({
  test: { name: 'conformance', include: ['tests/conformance/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 60_000 },
})
