import { fileURLToPath } from 'node:url'
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const nobody = (): Response => new Response(null, { status: 503 })

/** Runs in workerd with the real Durable Objects and KV; the providers are played by the tests. */
export default defineConfig({
  plugins: [
    cloudflareTest({
      main: here('src/index.ts'),
      wrangler: { configPath: here('wrangler.toml') },
      miniflare: {
        bindings: { PLAYMCP_CLIENT_ID: 'client', PLAYMCP_REFRESH_TOKEN: 'first' },
        serviceBindings: { MCP_ATLAS: nobody, MCP_KAKAO: nobody, MCP_GOOGLE: nobody, MCP_OSM: nobody },
      },
    }),
  ],
  test: { name: 'workers:location', root: here('.'), include: ['src/**/*.workers.test.ts', 'test/**/*.workers.test.ts'] },
})
