import { defineConfig } from 'vitest/config'

/** Everything a provider can do wrong, against every parser, over loopback. */
export default defineConfig({ test: { name: 'faults', include: ['tests/faults/**/*.test.ts'], testTimeout: 10_000 } })
