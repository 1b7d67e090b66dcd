import { ATLAS } from '@yeojeong/atlas'
import type { Place, PlaceQuery } from '@yeojeong/contracts'
import { textIn } from '@yeojeong/domain'
import { placeOf, type TestWorld } from '../../workers/location/test/world.ts'
import { searchAtlas } from '../../workers/mcp-atlas/src/search/search-atlas.ts'
import type { Names } from './load.ts'

/** Of all places, those that change something in the course of the day. */
const CHANGING = 0.02

/** What a provider says: the same today as a minute ago, unless the place is one of the few that change. */
export function played(world: TestWorld, provider: string, tool: string, question: unknown): unknown {
  if (tool === 'list_regions') return ATLAS.map(({ region }) => region)
  if (tool === 'public_holidays') return null
  if (tool === 'place_details') {
    const ids = question as readonly string[]
    return ids.flatMap((id) => (provider === 'atlas' ? (OURS.get(id) ?? []) : placeOf(id))).map((place) => stated(world, place))
  }
  return (provider === 'atlas' ? ownPlaces(question as PlaceQuery) : strangers(provider, question as PlaceQuery)).map((place) =>
    stated(world, place),
  )
}

const OURS = new Map(ATLAS.flatMap(({ places }) => places.map((place) => [place.id, place] as const)))
const searched = new Map<string, readonly Place[]>()

/** The atlas itself, as its server searches it. */
function ownPlaces(query: PlaceQuery): readonly Place[] {
  const name = JSON.stringify(query)
  const found = searched.get(name) ?? searchAtlas(query)
  searched.set(name, found)
  return found
}

/** Everybody else has a page of places of every kind everywhere, and what is asked for by name; OpenStreetMap has every other name. */
function strangers(provider: string, { query, categories, near, limit }: PlaceQuery): readonly Place[] {
  const where = `${near?.lat},${near?.lng}${query ?? ''}${categories?.join('') ?? ''}`.replaceAll(/[^a-zA-Z0-9]/g, '')
  if (query !== undefined && provider === 'osm' && hashOf(query) % 2 === 1) return []
  return Array.from({ length: query === undefined ? Math.min(limit, 20) : 3 }, (_, at) =>
    placeOf(`plc_${provider}_${where}${at}`, {
      names: { en: query ?? `place ${at}` },
      // A page of them lies within the kilometre people look around.
      position: { lat: (near?.lat ?? 0) + (at + 1) * 0.0004, lng: near?.lng ?? 0 },
      category: categories?.[0] ?? 'museum',
    }),
  )
}

/** A destination's places as people have heard of them. */
export const famous: Names = (regionId, language) => {
  const { places } = ATLAS.find(({ region }) => region.id === regionId)!
  return places.toSorted((a, b) => b.prominence - a.prominence).map(({ names }) => textIn(names, language))
}

/** Of a hundred places two change their hours at some hour of the day. */
function stated(world: TestWorld, place: Place): Place {
  const hash = hashOf(place.id)
  if (hash % 1_000 >= CHANGING * 1_000 || new Date(world.now).getUTCHours() < hash % 24) return place
  return { ...place, hours: { kind: 'scheduled', osm: 'Mo-Su 10:07-18:07' } }
}

function hashOf(text: string): number {
  let hash = 7
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) >>> 0
  return hash
}
