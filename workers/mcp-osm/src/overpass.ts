import type { FoundPlace, PlaceQuery } from '@yeojeong/contracts'
import { err, FOOD_CATEGORIES, isFood, ok, SIGHT_CATEGORIES, type LatLng, type Result } from '@yeojeong/domain'
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
export function searchAround(env: OsmEnv, query: PlaceQuery & { readonly near: LatLng }): Promise<Result<FoundPlace[], UpstreamProblem>> {
  const parts = partsOf(query.near, query.radiusM ?? 3_000, filtersOf(query.categories), '')
  return parts === ''
    ? Promise.resolve(ok([]))
    : run(env, `[out:json][timeout:5];(${parts});out tags center ${Math.min(query.limit, 200)};`)
}

/** Where one eats is looked for this near the centre: a city has thousands. */
const FOOD_RADIUS_M = 3_000
const SIGHTS = 400
const FOOD = 150

/**
 * What a plan of a city may choose from: sights somebody wrote an encyclopaedia entry about, in order of prominence, and
 * places to eat whose hours are known.
 */
export async function placesOfNote(env: OsmEnv, center: LatLng, radiusM: number): Promise<Result<FoundPlace[], UpstreamProblem>> {
  const sights = partsOf(center, radiusM, filtersOf(SIGHT_CATEGORIES), '[wikidata]')
  const food = partsOf(center, Math.min(radiusM, FOOD_RADIUS_M), filtersOf(FOOD_CATEGORIES), '[opening_hours]')
  const found = await run(env, `[out:json][timeout:6];(${sights});out tags center ${SIGHTS * 2};(${food});out tags center ${FOOD};`)
  if (!found.ok) return found
  const byNote = found.value.toSorted((a, b) => (b.prominence ?? 1) - (a.prominence ?? 1))
  return ok([
    ...byNote.filter(({ category }) => !isFood(category)).slice(0, SIGHTS - FOOD),
    ...byNote.filter(({ category }) => isFood(category)),
  ])
}

function partsOf({ lat, lng }: LatLng, radiusM: number, filters: readonly string[], also: string): string {
  const around = `(around:${Math.min(radiusM, MAX_RADIUS_M)},${lat.toFixed(5)},${lng.toFixed(5)})`
  return filters.map((filter) => `nwr${around}[name]${filter}${also};`).join('')
}

async function run(env: OsmEnv, question: string): Promise<Result<FoundPlace[], UpstreamProblem>> {
  const answer = await askOverpass(env, question)
  if (!answer.ok) return answer
  const parsed = Answer.safeParse(answer.value)
  if (!parsed.success) return err({ status: 200, detail: 'HTTP 500: an answer of another shape than documented' })
  const places = parsed.data.elements.map(placeOf).filter((place) => place !== null)
  if (places.length === 0 && /runtime error|timed out|out of memory/i.test(parsed.data.remark ?? ''))
    return err({ status: 200, detail: 'HTTP 504: the query timed out' })
  return ok(places)
}

function placeOf(raw: unknown): FoundPlace | null {
  const parsed = Element.safeParse(raw)
  if (!parsed.success) return null
  const { type, id, tags, center, lat, lon } = parsed.data
  const point = Point.safeParse(center ?? { lat, lon })
  const category = categoryOf(tags)
  const names = namesOf(tags)
  if (!point.success || category === null || Object.keys(names).length === 0) return null
  return { id: `${type[0]}${id}`, names, position: { lat: point.data.lat, lng: point.data.lon }, category, ...factsOf(tags, category) }
}
