import { buildWeb } from './stack/build-web.ts'
import { CONFIGS } from './stack/paths.ts'
import { must } from './stack/run.ts'

/** `npm run deploy`: the page, then every Worker after the ones it binds to; the gateway last. */
const ORDER = [
  'workers/mcp-atlas',
  'workers/mcp-kakao',
  'workers/mcp-google',
  'workers/mcp-osm',
  'workers/location',
  'workers/profile',
  'workers/itinerary',
  '',
]
const rank = (config: string): number => ORDER.findIndex((folder) => config === `${folder}${folder === '' ? '' : '/'}wrangler.toml`)

await buildWeb()
for (const config of [...CONFIGS].toSorted((a, b) => rank(a) - rank(b)))
  console.log(await must(`deploying ${config}`, 'wrangler', ['deploy', '-c', config]))
