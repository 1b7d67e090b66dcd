import type { FoundPlace, PlaceQuery } from '@yeojeong/contracts'
import { err, ok, type LatLng, type Result } from '@yeojeong/domain'
import type { UpstreamProblem } from '@yeojeong/worker-kit'
import * as z from 'zod'
import type { OsmEnv } from './osm-env.ts'
import { askOverpass } from './polite.ts'
import { categoryOf, factsOf, filtersOf, namesOf } from './tags.ts'

const Point = z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
const Element = z.object({
  type: z.enum(['node', 'way', 'relation']),
  id: z.number().int(),
  lat: z.number().optional(),
  lon: z.number().optional(),
  center: Point.optional(),
  tags: z.record(z.string(), z.string()).default({}),
})
/** `remark`: Overpass tells a query that ran out of time or memory here, with HTTP 200 and whatever it had. */
const Answer = z.object({ elements: z.array(z.unknown()), remark: z.string().optional() })

const MAX_RADIUS_M = 25_000

/** Named places of some categories around a point. */
export async function searchAround(
  env: OsmEnv,
  query: PlaceQuery & { readonly near: LatLng },
): Promise<Result<FoundPlace[], UpstreamProblem>> {
  const around = `(around:${Math.min(query.radiusM ?? 3_000, MAX_RADIUS_M)},${query.near.lat.toFixed(5)},${query.near.lng.toFixed(5)})`
  const parts = filtersOf(query.categories).map((filter) => `nwr${around}[name]${filter};`)
  if (parts.length === 0) return ok([])
  const answer = await askOverpass(env, `[out:json][timeout:5];(${parts.join('')});out tags center ${Math.min(query.limit, 200)};`)
  if (!answer.ok) return answer
  const parsed = Answer.safeParse(answer.value)
  if (!parsed.success) return err({ status: 200, detail: 'HTTP 500: an answer of another shape than documented' })
  const places = parsed.data.elements.map(placeOf).filter((place) => place !== null)
  if (places.length === 0 && /runtime error|timed out|out of memory/i.test(parsed.data.remark ?? ''))
    return err({ status: 200, detail: 'HTTP 504: the query timed out' })
  return ok(places)
}

export function placeOf(raw: unknown): FoundPlace | null {
  const parsed = Element.safeParse(raw)
  if (!parsed.success) return null
  const { type, id, tags, center, lat, lon } = parsed.data
  const point = Point.safeParse(center ?? { lat, lon })
  const category = categoryOf(tags)
  const names = namesOf(tags)
  if (!point.success || category === null || Object.keys(names).length === 0) return null
  return { id: `${type[0]}${id}`, names, position: { lat: point.data.lat, lng: point.data.lon }, category, ...factsOf(tags, category) }
}
