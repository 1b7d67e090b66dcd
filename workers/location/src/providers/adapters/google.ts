import type { Adapter } from '../adapter.ts'
import { foundPlacesFrom } from '../parse/own.ts'
import { detailsByIds } from '../parse/by-ids.ts'
import { isAskable, routesOwn, searchOwn } from './own.ts'

/** Google Places (New) and Routes through our own server: the first to ask outside Korea. Prices: list, per call, by the dearest field asked for. */
export const google: Adapter = {
  id: 'google',
  endpoint: { kind: 'binding', binding: 'MCP_GOOGLE', path: '/mcp' },
  auth: { kind: 'none' },
  regions: 'world',
  rank: { default: 10, KR: 20 },
  turn: 3,
  coordinates: 'wgs84',
  timeoutMs: 2_000,
  maxConcurrent: 8,
  // Place ids for good, positions for 30 days, nothing else (Service Specific Terms).
  cache: 'coordinates-30d',
  budget: { perHour: 1_000, perDay: 5_000, perMonth: 50_000 },
  attribution: 'Google Maps',
  tools: {
    // Basic fields only: Text Search Pro. What costs more is asked for the few places of a shortlist.
    search: searchOwn(
      (query) =>
        isAskable(query) ? { ...query, limit: Math.min(query.limit, 20), facets: query.stepFree === true ? ['access'] : [] } : null,
      0.032,
    ),
    details: detailsByIds({
      providerId: 'google',
      tool: 'place_details',
      perCall: 1,
      most: 20,
      args: (placeIds) => ({ placeIds, facets: ['hours', 'rating', 'access'] }),
      parse: (result, _ids, by) => foundPlacesFrom(result, null, by),
      priceUsd: 0.02,
    }),
    routes: routesOwn(['walk', 'transit', 'car', 'taxi'], 100, 0.005),
  },
}
