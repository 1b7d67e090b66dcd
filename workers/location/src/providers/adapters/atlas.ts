import type { Adapter } from '../adapter.ts'
import { calendarFrom, regionsFrom, wholePlacesFrom } from '../parse/own.ts'

/** The embedded atlas: no key, no network, and the last to be asked where somebody knows more. */
export const atlas: Adapter = {
  id: 'atlas',
  endpoint: { kind: 'binding', binding: 'MCP_ATLAS', path: '/mcp' },
  auth: { kind: 'none' },
  regions: 'world',
  rank: { default: 90 },
  turn: 1,
  coordinates: 'wgs84',
  timeoutMs: 2_000,
  maxConcurrent: 32,
  cache: 'full',
  budget: { perHour: 1_000_000, perDay: 10_000_000, perMonth: 100_000_000 },
  attribution: 'Yeojeong atlas',
  tools: {
    regions: { tool: 'list_regions', args: () => ({}), parse: regionsFrom, empty: () => [], priceUsd: 0 },
    search: { tool: 'search_places', args: (query) => query, parse: wholePlacesFrom, empty: () => [], priceUsd: 0 },
    details: { tool: 'place_details', args: (placeIds) => ({ placeIds }), parse: wholePlacesFrom, empty: () => [], priceUsd: 0 },
    holidays: { tool: 'public_holidays', args: (countryCode) => ({ countryCode }), parse: calendarFrom, empty: () => null, priceUsd: 0 },
  },
}
