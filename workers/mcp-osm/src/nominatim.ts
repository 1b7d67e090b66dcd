import type { FoundPlace, PlaceQuery } from '@yeojeong/contracts'
import { err, ok, type Language, type Result } from '@yeojeong/domain'
import type { UpstreamProblem } from '@yeojeong/worker-kit'
import * as z from 'zod'
import type { OsmEnv } from './osm-env.ts'
import { askNominatim } from './polite.ts'
import { categoryOf, factsOf, namesOf, type Tags } from './tags.ts'

const TagMap = z.record(z.string(), z.string()).nullish()
/** One result of Nominatim's `jsonv2`; coordinates are strings. */
const Hit = z.object({
  osm_type: z.enum(['node', 'way', 'relation']),
  osm_id: z.number().int(),
  lat: z.string(),
  lon: z.string(),
  category: z.string(),
  type: z.string(),
  name: z.string().nullish(),
  display_name: z.string().optional(),
  extratags: TagMap,
  namedetails: TagMap,
})

const MOST = 40
const METRES_PER_DEGREE = 111_320

/** By words, anywhere on Earth. */
export async function searchByName(env: OsmEnv, query: PlaceQuery): Promise<Result<FoundPlace[], UpstreamProblem>> {
  return found(
    await askNominatim(env, '/search', {
      q: query.query ?? '',
      ...shared(query.language),
      limit: String(Math.min(MOST, query.limit * 2)),
      ...(query.near === undefined ? {} : { viewbox: box(query.near, query.radiusM ?? 20_000), bounded: '1' }),
    }),
    query.language,
  )
}

/** Up to 50 at once; what no longer exists is left out. */
export async function lookUp(env: OsmEnv, ids: readonly string[], language: Language): Promise<Result<FoundPlace[], UpstreamProblem>> {
  return found(await askNominatim(env, '/lookup', { osm_ids: ids.map((id) => id.toUpperCase()).join(','), ...shared(language) }), language)
}

function shared(language: Language): Record<string, string> {
  return { format: 'jsonv2', extratags: '1', namedetails: '1', 'accept-language': language }
}

function found(answer: Result<unknown, UpstreamProblem>, language: Language): Result<FoundPlace[], UpstreamProblem> {
  if (!answer.ok) return answer
  const list = z.array(z.unknown()).safeParse(answer.value)
  if (!list.success) return err({ status: 200, detail: 'HTTP 500: an answer of another shape than documented' })
  return ok(list.data.map((hit) => placeOf(hit, language)).filter((place) => place !== null))
}

function placeOf(raw: unknown, language: Language): FoundPlace | null {
  const hit = Hit.safeParse(raw)
  if (!hit.success) return null
  const { osm_type, osm_id, lat, lon, category: key, type, name, display_name, extratags, namedetails } = hit.data
  const tags: Tags = { ...extratags, [key]: type, ...(name ? { name } : {}), ...namedetails }
  const category = categoryOf(tags)
  const names = namesOf(tags)
  const position = { lat: Number(lat), lng: Number(lon) }
  if (category === null || Object.keys(names).length === 0 || !(Math.abs(position.lat) <= 90 && Math.abs(position.lng) <= 180)) return null
  return {
    id: `${osm_type[0]}${osm_id}`,
    names,
    position,
    category,
    ...(display_name === undefined ? {} : { address: { [language]: display_name.slice(0, 200) } }),
    ...factsOf(tags, category),
  }
}

function box({ lat, lng }: { readonly lat: number; readonly lng: number }, radiusM: number): string {
  const dLat = radiusM / METRES_PER_DEGREE
  const dLng = dLat / Math.max(0.1, Math.cos((lat * Math.PI) / 180))
  return [lng - dLng, lat + dLat, lng + dLng, lat - dLat].map((degrees) => degrees.toFixed(5)).join(',')
}
