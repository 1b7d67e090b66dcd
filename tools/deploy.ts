import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildWeb } from './stack/build-web.ts'
import { CONFIGS, ROOT } from './stack/paths.ts'
import { must } from './stack/run.ts'

/** `npm run deploy`: the page, then every Worker after the ones it binds to; the gateway last. Secrets of a first deployment from `.secrets` beside its configuration. */
const ORDER = [
  'workers/mcp-atlas',
  'workers/mcp-kakao',
  'workers/mcp-google',
  'workers/mcp-osm',
  'workers/location',
  'workers/profile',
  'workers/itinerary',
  '.',
]
const rank = (config: string): number => ORDER.indexOf(dirname(config))

await buildWeb()
for (const config of [...CONFIGS].toSorted((a, b) => rank(a) - rank(b))) {
  const secrets = join(dirname(config), '.secrets')
  const withSecrets = existsSync(join(ROOT, secrets)) ? ['--secrets-file', secrets] : []
  console.log(await must(`deploying ${config}`, 'wrangler', ['deploy', '-c', config, ...withSecrets]))
}
