import type { RouteMatrix, RouteQuery } from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import { fetchJson, type UpstreamProblem } from '@yeojeong/worker-kit'
import * as z from 'zod'
import { userAgent } from './polite.ts'
import type { OsmEnv } from './osm-env.ts'

const PROFILES = { walk: 'foot', car: 'driving', taxi: 'driving' } as const
/** OSRM's `table` service (HTTP API v1): seconds and metres, null where there is no way. */
const Table = z.object({
  code: z.string(),
  durations: z.array(z.array(z.number().nullable())).optional(),
  distances: z.array(z.array(z.number().nullable())).optional(),
})

/** From any OSRM-compatible server. It knows no timetables: no transit. */
export async function osrmMatrix(env: OsmEnv, { origins, destinations, mode }: RouteQuery): Promise<Result<RouteMatrix, UpstreamProblem>> {
  if (mode === 'transit') return err({ status: 0, detail: 'Input validation error: no transit routes here' })
  if (env.OSRM_URL === '') return err({ status: 0, detail: 'OSRM_URL is not configured' })
  const points = [...origins, ...destinations].map(({ lat, lng }) => `${lng.toFixed(6)},${lat.toFixed(6)}`).join(';')
  const indices = (from: number, count: number): string => Array.from({ length: count }, (_, index) => from + index).join(';')
  const url = new URL(`/table/v1/${PROFILES[mode]}/${points}`, env.OSRM_URL)
  url.search = `sources=${indices(0, origins.length)}&destinations=${indices(origins.length, destinations.length)}&annotations=duration,distance`
  const answer = await fetchJson(url, { headers: { 'user-agent': userAgent(env) } }, 4_000)
  if (!answer.ok) return answer
  const table = Table.safeParse(answer.value)
  if (!table.success || table.data.durations === undefined)
    return err({ status: 200, detail: 'HTTP 500: an answer of another shape than documented' })
  const { durations, distances } = table.data
  return ok(
    origins.map((_origin, i) =>
      destinations.map((_destination, j) => {
        const seconds = durations[i]?.[j] ?? null
        const metres = distances?.[i]?.[j] ?? null
        return seconds === null || metres === null ? null : { durationMin: Math.ceil(seconds / 60), distanceM: Math.round(metres) }
      }),
    ),
  )
}
