import type { ServerResponse } from 'node:http'
import { sendJson, type Call } from './upstream.ts'

/** A city as Nominatim tells it, and around its centre a town of invented places as Overpass and Nominatim tell them. */
export const LISBON = {
  osm_type: 'relation',
  osm_id: 5400890,
  lat: '38.7077507',
  lon: '-9.1365919',
  category: 'boundary',
  type: 'administrative',
  addresstype: 'city',
  name: 'Lisboa',
  display_name: 'Lisboa, Portugal',
  boundingbox: ['38.6913994', '38.7967584', '-9.2298356', '-9.0863328'],
  namedetails: { name: 'Lisboa', 'name:en': 'Lisbon', 'name:ko': '리스본', 'name:ja': 'リスボン', 'name:zh': '里斯本' },
  address: { city: 'Lisboa', country: 'Portugal', country_code: 'pt' },
}

const SIGHTS = ['museum', 'viewpoint', 'attraction', 'gallery', 'zoo'] as const
const LANGUAGES = ['ko', 'en', 'ja', 'zh', 'fr', 'de', 'es', 'it', 'ru', 'nl']
type Element = {
  readonly type: 'node'
  readonly id: number
  readonly lat: number
  readonly lon: number
  readonly tags: { readonly [key: string]: string }
}
const ELEMENTS: readonly Element[] = Array.from({ length: 110 }, (_, n) => ({
  type: 'node',
  id: 1_000 + n,
  lat: 38.7 + (n % 11) * 0.002,
  lon: -9.15 + Math.floor(n / 11) * 0.003,
  tags: n < 60 ? sight(n) : { name: `Casa ${n}`, amenity: n % 5 === 0 ? 'cafe' : 'restaurant', opening_hours: 'Mo-Su 08:00-23:00' },
}))

function sight(n: number): Element['tags'] {
  const named = n < 20 ? Object.fromEntries(LANGUAGES.map((language) => [`name:${language}`, `Miradouro ${n}`])) : {}
  return { name: `Lugar ${n}`, tourism: SIGHTS[n % SIGHTS.length]!, wikidata: `Q${n}`, opening_hours: 'Mo-Su 09:00-19:00', ...named }
}

/** Plays Nominatim and Overpass. Knows one city, and its places by name and id. */
export function answerAsOsm({ url, body }: Call, res: ServerResponse): boolean {
  const words = (url.searchParams.get('q') ?? '').toLowerCase()
  if (url.pathname === '/api/interpreter') {
    const question = new URLSearchParams(body).get('data') ?? ''
    const wanted = ELEMENTS.filter(({ tags }) => question.includes(tags['amenity'] ?? '[wikidata]'))
    return sendJson(res, { elements: wanted })
  }
  if (url.pathname === '/search')
    return sendJson(
      res,
      url.searchParams.has('featureType')
        ? [LISBON].filter(({ namedetails }) => Object.values(namedetails).some((name) => name.toLowerCase() === words))
        : ELEMENTS.filter(({ tags }) => tags['name']!.toLowerCase().includes(words)).map(asHit),
    )
  const ids = (url.searchParams.get('osm_ids') ?? '').split(',')
  return sendJson(res, [...(ids.includes('R5400890') ? [LISBON] : []), ...ELEMENTS.filter(({ id }) => ids.includes(`N${id}`)).map(asHit)])
}

function asHit({ type, id, lat, lon, tags: { name, ...tags } }: Element): object {
  const key = 'tourism' in tags ? 'tourism' : 'amenity'
  const names = Object.fromEntries(Object.entries(tags).filter(([tag]) => tag.startsWith('name:')))
  return {
    osm_type: type,
    osm_id: id,
    lat: String(lat),
    lon: String(lon),
    category: key,
    type: tags[key],
    name,
    extratags: tags,
    namedetails: { name, ...names },
  }
}
