import { fileURLToPath } from 'node:url'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const fake = (entrypoint: string) => ({ name: 'yeojeong-itinerary', entrypoint })

/** Runs in workerd, with the other Workers played by entrypoints of the Worker under test. */
export default defineConfig({
  plugins: [
    cloudflareTest({
      main: here('test/worker.ts'),
      wrangler: { configPath: here('wrangler.toml') },
      miniflare: {
        bindings: {
          JOURNAL_SECRET: 'a secret of thirty-two characters or more',
          MIGRATIONS: await readD1Migrations(here('../../migrations/itinerary')),
        },
        serviceBindings: { PROFILE: fake('FakeProfile'), LOCATION: fake('FakeLocation') },
      },
    }),
  ],
  test: {
    name: 'workers:itinerary',
    // Ends what hangs; measures nothing.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    root: here('.'),
    include: ['src/**/*.workers.test.ts', 'test/**/*.workers.test.ts'],
    setupFiles: [here('test/migrate.ts')],
  },
})
