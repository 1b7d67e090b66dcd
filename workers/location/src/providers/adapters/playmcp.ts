import type { Adapter } from '../adapter.ts'
import { kakaoMarkdownPlaces } from '../parse/kakao-markdown.ts'

/** KakaoMap on Kakao's PlayMCP gateway: a person's token, Markdown answers, three calls a second. */
export const playmcp = (url = 'https://playmcp.kakao.com/mcp', tokenUrl = 'https://playauth.kakao.com/playmcp/oauth2/token'): Adapter => ({
  id: 'playmcp',
  endpoint: { kind: 'url', url },
  auth: { kind: 'refresh-token', tokenUrl, clientIdSecret: 'PLAYMCP_CLIENT_ID', refreshSecret: 'PLAYMCP_REFRESH_TOKEN', store: 'playmcp' },
  regions: ['KR'],
  rank: { default: 80, KR: 40 },
  turn: 3,
  coordinates: 'wgs84',
  // A search and the look-ups that place what it found.
  timeoutMs: 4_000,
  maxConcurrent: 3,
  cache: 'none',
  budget: { perHour: 500, perDay: 3_000, perMonth: 30_000 },
  attribution: '© Kakao',
  tools: {
    search: {
      tool: 'KakaoMap-SearchPlaceByKeywordOpen',
      args: ({ query }) => (query === undefined || query === '' ? null : { keyword: query }),
      parse: kakaoMarkdownPlaces,
      empty: () => [],
      priceUsd: 0,
    },
  },
})
