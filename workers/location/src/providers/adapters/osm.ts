import type { Adapter } from '../adapter.ts'
import { detailsByIds } from '../parse/by-ids.ts'
import { citiesFrom, foundPlacesFrom } from '../parse/own.ts'
import { isAskable, routesOwn, searchOwn } from './own.ts'

/** OpenStreetMap through our own server: any city on Earth without a key, slowly. */
export const osm: Adapter = {
  id: 'osm',
  endpoint: { kind: 'binding', binding: 'MCP_OSM', path: '/mcp' },
  auth: { kind: 'none' },
  regions: 'world',
  rank: { default: 60 },
  turn: 2,
  coordinates: 'wgs84',
  // Overpass takes seconds where others take a tenth of one.
  timeoutMs: 7_000,
  maxConcurrent: 2,
  cache: 'full',
  // Nominatim's policy is one call a second.
  budget: { perHour: 1_800, perDay: 20_000, perMonth: 300_000 },
  attribution: '© OpenStreetMap contributors (ODbL)',
  tools: {
    search: searchOwn((query) => (isAskable(query) ? query : null), 0),
    details: detailsByIds({
      providerId: 'osm',
      tool: 'place_details',
      perCall: 50,
      most: 200,
      priceUsd: 0,
      args: (placeIds) => ({ placeIds }),
      parse: (result, _ids, by) => foundPlacesFrom(result, null, by),
    }),
    cities: { tool: 'find_cities', args: (question) => question, parse: citiesFrom, empty: () => [], priceUsd: 0 },
    candidates: {
      tool: 'city_places',
      args: ({ center, radiusM }) => ({ center, radiusM }),
      parse: (result, { id: regionId }, by) => foundPlacesFrom(result, { regionId, language: 'ko', limit: 400 }, by),
      empty: () => [],
      priceUsd: 0,
    },
    routes: routesOwn(['walk', 'car', 'taxi'], 625, 0),
  },
}
