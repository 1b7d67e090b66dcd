import type { Adapter } from '../adapter.ts'
import { isAskable, routesOwn, searchOwn } from './own.ts'

/** Kakao Local and Mobility through our own server: the first to ask in Korea. No details by id in this API. */
export const kakao: Adapter = {
  id: 'kakao',
  endpoint: { kind: 'binding', binding: 'MCP_KAKAO', path: '/mcp' },
  auth: { kind: 'none' },
  regions: ['KR'],
  rank: { default: 50, KR: 10 },
  turn: 1,
  coordinates: 'wgs84',
  timeoutMs: 2_000,
  maxConcurrent: 8,
  // Minutes, as every facet's lifetime. Whoever sets the key confirms it against Kakao's terms; `none` keeps nothing.
  cache: 'full',
  // Of 100,000 searches and 10,000 directions a day that are free.
  budget: { perHour: 8_000, perDay: 80_000, perMonth: 2_400_000 },
  attribution: '© Kakao',
  tools: {
    search: searchOwn((query) => (isAskable(query) ? { ...query, limit: Math.min(query.limit, 45) } : null), 0),
    routes: routesOwn(['car', 'taxi'], 25, 0),
  },
}
