import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Everything that runs locally keeps its state here: one place to look at, one to delete. */
export const STATE = join(ROOT, '.wrangler')
export const PERSIST = join(STATE, 'state')

/** Every Worker's configuration, the public one first. */
export const CONFIGS = [
  'wrangler.toml',
  'workers/profile/wrangler.toml',
  'workers/itinerary/wrangler.toml',
  'workers/location/wrangler.toml',
  'workers/mcp-atlas/wrangler.toml',
  'workers/mcp-kakao/wrangler.toml',
  'workers/mcp-google/wrangler.toml',
  'workers/mcp-osm/wrangler.toml',
] as const

/** The databases, by the Worker that owns each. */
export const DATABASES = [
  { name: 'yeojeong-profile', config: 'workers/profile/wrangler.toml' },
  { name: 'yeojeong-itinerary', config: 'workers/itinerary/wrangler.toml' },
] as const

/** Own registry path: two checkouts with equal Worker names must not find each other. */
export const WRANGLER_ENV = {
  ...process.env,
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_REGISTRY_PATH: join(STATE, 'registry'),
  WRANGLER_LOG_PATH: join(STATE, 'logs'),
  X_LOCAL_OBSERVABILITY: process.env['X_LOCAL_OBSERVABILITY'] ?? 'true',
  NO_UPDATE_NOTIFIER: '1',
}
