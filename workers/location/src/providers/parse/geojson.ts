import type { Place, PlaceQuery } from '@yeojeong/contracts'
import type { Category, Language, Result } from '@yeojeong/domain'
import * as z from 'zod'
import type { ParseFailure, Provenance, ToolResult } from '../adapter.ts'
import { failureInWords, jsonOf, placesOf, unreadable, type Unplaced } from './answers.ts'
import { hoursFrom } from './periods.ts'

/** A Mapbox Search feature. Coordinates are judged later, so that one bad position costs one place. */
const Feature = z.object({
  geometry: z.object({ coordinates: z.array(z.unknown()) }).nullish(),
  properties: z.object({
    mapbox_id: z.string(),
    name: z.string().min(1),
    name_preferred: z.string().nullish(),
    full_address: z.string().nullish(),
    language: z.string().nullish(),
    poi_category_ids: z.array(z.string()).nullish(),
    coordinates: z.object({ longitude: z.unknown(), latitude: z.unknown() }).nullish(),
    metadata: z
      .object({
        open_hours: z.object({ periods: z.unknown() }).nullish(),
        wheelchair_accessible: z.boolean().nullish(),
        website: z.string().nullish(),
      })
      .nullish(),
  }),
})
const Collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) })
const Single = z.object({ type: z.literal('Feature'), properties: z.unknown() })

/** Mapbox's canonical categories by ours; the more telling first. */
const CATEGORIES: readonly (readonly [Category, readonly string[]])[] = [
  ['palace', ['palace']],
  ['museum', ['museum', 'science_museum', 'history_museum']],
  ['gallery', ['art_gallery', 'art_museum']],
  ['temple', ['temple', 'shrine', 'buddhist_temple']],
  ['zoo-aquarium', ['zoo', 'aquarium']],
  ['theme-park', ['theme_park', 'amusement_park', 'water_park']],
  ['historic', ['historic_site', 'castle', 'monument', 'memorial', 'church']],
  ['viewpoint', ['viewpoint', 'scenic_lookout', 'observation_deck']],
  ['garden', ['garden', 'botanical_garden']],
  ['beach', ['beach']],
  ['nature', ['nature_reserve', 'mountain', 'waterfall', 'hiking_trail', 'national_park']],
  ['park', ['park']],
  ['market', ['market', 'marketplace', 'flea_market']],
  ['food-hall', ['food_court']],
  ['teahouse', ['tea_room', 'tea_house']],
  ['bakery', ['bakery']],
  ['cafe', ['cafe', 'coffee', 'coffee_shop']],
  ['restaurant', ['restaurant', 'food']],
  ['shopping', ['shopping_mall', 'department_store']],
  ['performance', ['theatre', 'theater', 'concert_hall', 'music_venue']],
  ['spa', ['spa', 'sauna', 'public_bath']],
  ['landmark', ['landmark', 'tourist_attraction']],
]

/** A word a category search understands; null where there is none. */
export function mapboxWord(category: Category | undefined): string | null {
  return CATEGORIES.find(([ours]) => ours === category)?.[1][0]?.replaceAll('_', ' ') ?? null
}

export function geojsonPlaces(result: ToolResult, query: PlaceQuery | null, by: Provenance): Result<Place[], ParseFailure> {
  const json = jsonOf(result)
  const features = Collection.safeParse(json).data?.features ?? (Single.safeParse(json).success ? [json] : undefined)
  if (features === undefined) return failureInWords(result, []) === null ? unreadable('no GeoJSON') : inWords(result)
  return placesOf(
    features.map((feature) => placeOf(feature, query?.language ?? 'en')),
    query,
    by,
  )
}

function inWords(result: ToolResult): Result<Place[], ParseFailure> {
  const said = failureInWords(result, [])
  return said?.ok === false ? said : { ok: true, value: [] }
}

function placeOf(raw: unknown, asked: Language): Unplaced | null {
  const feature = Feature.safeParse(raw)
  if (!feature.success) return null
  const { geometry, properties } = feature.data
  const { mapbox_id, name, name_preferred, full_address, poi_category_ids, coordinates, metadata } = properties
  const category = CATEGORIES.find(([, ids]) => poi_category_ids?.some((id) => ids.includes(id)))?.[0]
  if (category === undefined) return null
  const hours = hoursFrom(metadata?.open_hours?.periods)
  const preferred = name_preferred ?? name
  return {
    id: mapbox_id,
    names: { [asked]: preferred },
    ...(name === preferred ? {} : { aliases: [name] }),
    // GeoJSON says longitude first; its named coordinates can't be confused.
    lng: coordinates?.longitude ?? geometry?.coordinates[0],
    lat: coordinates?.latitude ?? geometry?.coordinates[1],
    category,
    ...(full_address ? { address: { [asked]: full_address } } : {}),
    ...(hours === undefined ? {} : { hours }),
    // Mapbox knows "accessible" or not; how far in is not said.
    ...(typeof metadata?.wheelchair_accessible === 'boolean'
      ? { stepFree: metadata.wheelchair_accessible ? ('partly' as const) : ('no' as const) }
      : {}),
    ...(metadata?.website ? { url: metadata.website } : {}),
  }
}
