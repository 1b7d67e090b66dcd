import { defineConfig } from 'vitest/config'

/** Tests inside workerd, one project for each Worker that has some. */
export default defineConfig({ test: { projects: ['workers/*/vitest.config.ts'] } })
