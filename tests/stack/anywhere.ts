import { answerAsOsm } from '../fakes/osm.ts'
import { startUpstream, type Upstream } from '../fakes/upstream.ts'
import { startTestStack, type Stack } from './harness.ts'

/** The stack with OpenStreetMap beside the atlas: a played one that knows Lisbon, and ends with it. */
export async function startStackWithOsm(): Promise<{ readonly osm: Upstream; readonly stack: Stack }> {
  const osm = await startUpstream(answerAsOsm)
  const stack = await startTestStack({
    vars: {
      'workers/location/wrangler.toml': { PROVIDERS: 'osm' },
      'workers/mcp-osm/wrangler.toml': { NOMINATIM_URL: osm.origin, OVERPASS_URL: osm.origin, OSM_CONTACT: 'ops@yeojeong.example' },
    },
  })
  const close = async (): Promise<void> => {
    await stack.close()
    await osm.close()
  }
  return { osm, stack: { ...stack, close } }
}
