import { err, type Result } from '@yeojeong/domain'
import { fetchJson, type UpstreamProblem } from '@yeojeong/worker-kit'
import type { OsmEnv } from './osm-env.ts'

/** Nominatim's policy: no more than one call a second. */
const NOMINATIM_GAP_MS = 1_000
/** Waiting longer for a turn than this helps nobody. */
const MAX_WAIT_MS = 2_500

/** When the next call of this isolate may go; the limit over all isolates is the binding's. */
let nextTurn = 0

/** Waits for a turn; false where it would take too long. */
async function turn(now: () => number): Promise<boolean> {
  const wait = Math.max(0, nextTurn - now())
  if (wait > MAX_WAIT_MS) return false
  nextTurn = now() + wait + NOMINATIM_GAP_MS
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
  return true
}

const busy: UpstreamProblem = { status: 429, detail: 'our own rate limit for this server is used up (retry after 5 s)' }

export async function askNominatim(
  env: OsmEnv,
  path: string,
  query: Readonly<Record<string, string>>,
  now: () => number = Date.now,
): Promise<Result<unknown, UpstreamProblem>> {
  if (!(await env.NOMINATIM_LIMIT.limit({ key: 'nominatim' })).success || !(await turn(now))) return err(busy)
  const url = new URL(path, env.NOMINATIM_URL)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return fetchJson(url, { headers: { 'user-agent': userAgent(env), accept: 'application/json' } }, 4_000)
}

export async function askOverpass(env: OsmEnv, question: string): Promise<Result<unknown, UpstreamProblem>> {
  if (!(await env.OVERPASS_LIMIT.limit({ key: 'overpass' })).success) return err(busy)
  const body = new URLSearchParams({ data: question })
  return fetchJson(
    new URL('/api/interpreter', env.OVERPASS_URL),
    { method: 'POST', body, headers: { 'user-agent': userAgent(env), accept: 'application/json' } },
    6_000,
  )
}

/** Names the application and who answers for it, as the servers' policies ask. */
export function userAgent({ OSM_CONTACT }: Pick<OsmEnv, 'OSM_CONTACT'>): string {
  return `yeojeong/1.0 (trip planner${OSM_CONTACT === '' ? '' : `; ${OSM_CONTACT}`})`
}
