import type { Adapter } from '../adapter.ts'
import { detailsByIds } from '../parse/by-ids.ts'
import { googleJsonPlace, googleJsonPlaces } from '../parse/google-json.ts'

/** A community server over Google Maps that somebody runs themselves: JSON in its text, tools `maps_search_places` and `maps_place_details`. */
export const googleCommunity = (url: string): Adapter => ({
  id: 'googlecommunity',
  endpoint: { kind: 'url', url },
  auth: { kind: 'none' },
  regions: 'world',
  rank: { default: 45 },
  turn: 3,
  coordinates: 'wgs84',
  timeoutMs: 2_000,
  maxConcurrent: 4,
  cache: 'coordinates-30d',
  budget: { perHour: 500, perDay: 3_000, perMonth: 30_000 },
  attribution: 'Google Maps',
  tools: {
    search: {
      tool: 'maps_search_places',
      args(query) {
        if (query.query === undefined || query.query === '') return null
        const { near } = query
        return {
          query: query.query,
          ...(near === undefined
            ? {}
            : { location: { latitude: near.lat, longitude: near.lng }, radius: Math.min(query.radiusM ?? 50_000, 50_000) }),
        }
      },
      parse: googleJsonPlaces,
      empty: () => [],
      priceUsd: 0.032,
    },
    details: detailsByIds({
      providerId: 'googlecommunity',
      tool: 'maps_place_details',
      perCall: 1,
      most: 10,
      priceUsd: 0.025,
      args: ([id]) => ({ place_id: id }),
      parse: (result, [id], by) => googleJsonPlace(result, id ?? '', by),
    }),
  },
})
