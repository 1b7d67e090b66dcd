import tzlookup from '@photostructure/tz-lookup'
import type { Region } from '@yeojeong/contracts'
import { distanceM, err, isTimeZone, ok, type Result } from '@yeojeong/domain'
import type { UpstreamProblem } from '@yeojeong/worker-kit'
import countryToCurrency from 'country-to-currency'
import * as z from 'zod'
import type { OsmEnv } from './osm-env.ts'
import { askNominatim } from './polite.ts'
import { namesOf } from './tags.ts'

/** A settlement of Nominatim's `jsonv2`, with `namedetails` and `addressdetails`; the box is south, north, west, east. */
const Hit = z.object({
  osm_type: z.enum(['node', 'way', 'relation']),
  osm_id: z.number().int(),
  lat: z.coerce.number().min(-90).max(90),
  lon: z.coerce.number().min(-180).max(180),
  boundingbox: z.tuple([z.coerce.number(), z.coerce.number(), z.coerce.number(), z.coerce.number()]),
  addresstype: z.string(),
  namedetails: z.record(z.string(), z.string()).nullish(),
  address: z.object({ country_code: z.string().length(2) }),
})
const DETAILS = { format: 'jsonv2', namedetails: '1', addressdetails: '1' } as const
const SETTLEMENTS: ReadonlySet<string> = new Set(['city', 'town', 'municipality', 'village', 'state', 'province', 'island'])
/** Administrative borders run through fields and sea: a traveller's city is no smaller and no larger than this. */
const MIN_RADIUS_M = 4_000
const MAX_RADIUS_M = 12_000
/** The border and the name of one city lie this close. */
const SAME_M = 20_000
const MOST = 5

/** Cities by name, anywhere on Earth; the likeliest first. */
export async function findCities(env: OsmEnv, words: string): Promise<Result<Region[], UpstreamProblem>> {
  const found = citiesOf(await askNominatim(env, '/search', { q: words, ...DETAILS, featureType: 'city', limit: '10' }))
  return found.ok ? ok(distinct(found.value).slice(0, MOST)) : found
}

/** `r5400890`, as `findCities` names them. */
export async function cityById(env: OsmEnv, id: string): Promise<Result<Region[], UpstreamProblem>> {
  return citiesOf(await askNominatim(env, '/lookup', { osm_ids: id.toUpperCase(), ...DETAILS }))
}

function citiesOf(answer: Result<unknown, UpstreamProblem>): Result<Region[], UpstreamProblem> {
  if (!answer.ok) return answer
  const list = z.array(z.unknown()).safeParse(answer.value)
  if (!list.success) return err({ status: 200, detail: 'HTTP 500: an answer of another shape than documented' })
  return ok(list.data.map(cityOf).filter((city) => city !== null))
}

/** Null where it is no settlement, or where its time zone or currency would be a guess. */
function cityOf(raw: unknown): Region | null {
  const hit = Hit.safeParse(raw)
  if (!hit.success || !SETTLEMENTS.has(hit.data.addresstype)) return null
  const { osm_type, osm_id, lat, lon, boundingbox, namedetails, address } = hit.data
  const names = namesOf(namedetails ?? {})
  const countryCode = address.country_code.toUpperCase()
  const currency = Object.hasOwn(countryToCurrency, countryCode) ? countryToCurrency[countryCode as keyof typeof countryToCurrency] : null
  const timeZone = tzlookup(lat, lon)
  if (Object.keys(names).length === 0 || currency === null || !isTimeZone(timeZone)) return null
  const center = { lat, lng: lon }
  const [south, north, west, east] = boundingbox
  const across = Math.max(distanceM({ lat: south, lng: lon }, { lat: north, lng: lon }), distanceM({ lat, lng: west }, { lat, lng: east }))
  return {
    id: `${osm_type[0]}${osm_id}`,
    names,
    center,
    radiusM: Math.round(Math.min(MAX_RADIUS_M, Math.max(MIN_RADIUS_M, across / 2))),
    countryCode,
    timeZone,
    currency,
    gateways: [],
    usualTransport: 'transit',
    character: {},
  }
}

function distinct(cities: readonly Region[]): Region[] {
  return cities.filter((city, at) => !cities.slice(0, at).some((before) => distanceM(before.center, city.center) < SAME_M))
}
