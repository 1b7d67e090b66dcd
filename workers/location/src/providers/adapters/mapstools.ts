import type { Adapter } from '../adapter.ts'
import { mapstoolsPlaces, mapstoolsRoutes, pairArgs } from '../parse/mapstools.ts'
import { noRoutes } from '../parse/own.ts'

/** Most a search near a point may be asked for, and most pairs of one question. */
const MAX_RADIUS_M = 50_000
const MAX_PAIRS = 9

/** Google Maps' own hosted server: names in prose, positions, and times on foot or by car. Its terms tie it to use with a model: an operator's choice. */
export const mapstools = (url = 'https://mapstools.googleapis.com/mcp'): Adapter => ({
  id: 'mapstools',
  endpoint: { kind: 'url', url },
  auth: { kind: 'header', header: 'x-goog-api-key', secret: 'GOOGLE_MAPS_API_KEY' },
  regions: 'world',
  rank: { default: 40 },
  turn: 3,
  coordinates: 'wgs84',
  timeoutMs: 2_000,
  maxConcurrent: 6,
  cache: 'ids-only',
  budget: { perHour: 600, perDay: 3_000, perMonth: 30_000 },
  attribution: 'Google Maps',
  tools: {
    search: {
      tool: 'search_places',
      args(query) {
        const textQuery = query.query || (query.categories?.length === 1 ? query.categories[0]!.replaceAll('-', ' ') : '')
        if (textQuery === '') return null
        const { near, radiusM } = query
        return {
          textQuery,
          languageCode: query.language,
          pageSize: 5,
          ...(near === undefined
            ? {}
            : {
                locationBias: {
                  circle: {
                    center: { latitude: near.lat, longitude: near.lng },
                    radiusMeters: Math.min(radiusM ?? MAX_RADIUS_M, MAX_RADIUS_M),
                  },
                },
              }),
        }
      },
      parse: mapstoolsPlaces,
      empty: () => [],
      priceUsd: 0.007,
    },
    routes: {
      tool: 'compute_routes',
      args({ origins, destinations, mode }) {
        const [origin] = origins
        const [destination] = destinations
        return origin === undefined || destination === undefined || mode === 'transit' || origins.length * destinations.length > MAX_PAIRS
          ? null
          : pairArgs({ origin, destination, mode })
      },
      parse: mapstoolsRoutes,
      empty: noRoutes,
      priceUsd: 0.007,
    },
  },
})
