import { kvKeys, type RouteRequest } from '@yeojeong/contracts'
import type { LatLng } from '@yeojeong/domain'
import * as z from 'zod'
import { keepsContent } from '../cache/policy.ts'
import type { Deps } from '../deps.ts'
import type { Adapter } from '../providers/adapter.ts'

const Leg = z.tuple([z.number(), z.number()])
/** All ways known from one point: minutes and metres by destination, null where there is none. */
const Row = z.object({ storedAt: z.number(), legs: z.record(z.string(), Leg.nullable()) })
export type Row = z.infer<typeof Row>

/** Destinations of one row. */
const MOST = 400

/** About 11 m: the same door. */
export function pointKey({ lat, lng }: LatLng): string {
  return `${lat.toFixed(4)},${lng.toFixed(4)}`
}

/** Traffic and timetables differ by the hour and between week and weekend; who walks does not mind. UTC. */
function whenKey({ mode, departAt }: Pick<RouteRequest, 'mode' | 'departAt'>): string {
  if (departAt === null || mode === 'walk') return 'any'
  const at = new Date(departAt)
  return `${[0, 6].includes(at.getUTCDay()) ? 'weekend' : 'week'}-${at.getUTCHours()}`
}

function keyOf(deps: Deps, adapter: Adapter, request: RouteRequest, origin: LatLng): string {
  return kvKeys.routesFrom(deps.settings.cache.version, adapter.id, `${request.mode}:${whenKey(request)}:${pointKey(origin)}`)
}

/** What is known of the ways from each origin, in their order. */
export async function readRows(deps: Deps, adapter: Adapter, request: RouteRequest): Promise<Row[]> {
  const { store, settings, now, invalidations } = deps.cache
  const keys = request.origins.map((origin) => keyOf(deps, adapter, request, origin))
  const oldest = Math.max(now() - settings.freshS.routes * 1_000, invalidations.notBefore(adapter.id))
  const { values } = keepsContent(adapter.cache) ? await store.read([...new Set(keys)]) : { values: new Map<string, unknown>() }
  return keys.map((key) => {
    const row = Row.safeParse(values.get(key))
    return row.success && row.data.storedAt >= oldest ? row.data : { storedAt: now(), legs: {} }
  })
}

/** Two who write at once may lose each other's additions: a call more, nothing else. */
export function writeRows(deps: Deps, adapter: Adapter, request: RouteRequest, rows: readonly Row[], changed: ReadonlySet<number>): void {
  if (!keepsContent(adapter.cache)) return
  for (const at of changed) {
    const { storedAt, legs } = rows[at]!
    const kept = Object.fromEntries(Object.entries(legs).slice(-MOST))
    deps.cache.background(
      deps.cache.store.write(
        keyOf(deps, adapter, request, request.origins[at]!),
        { storedAt, legs: kept },
        deps.settings.cache.freshS.routes,
      ),
    )
  }
}
