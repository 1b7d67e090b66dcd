import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { PlaceQuery, Region } from '@yeojeong/contracts'
import { err } from '@yeojeong/domain'
import { Place } from '@yeojeong/contracts'
import type { Adapter, CityQuestion } from '../../workers/location/src/providers/adapter.ts'
import { google } from '../../workers/location/src/providers/adapters/google.ts'
import { kakao } from '../../workers/location/src/providers/adapters/kakao.ts'
import { osm } from '../../workers/location/src/providers/adapters/osm.ts'
import { callTool } from '../../workers/location/src/providers/call-tool.ts'
import type { ToolDeps } from '../../workers/location/src/providers/tool-deps.ts'
import { knownServers } from '../../workers/location/src/providers/wire/known-servers.ts'
import googleWorker from '../../workers/mcp-google/src/index.ts'
import kakaoWorker from '../../workers/mcp-kakao/src/index.ts'
import osmWorker from '../../workers/mcp-osm/src/index.ts'
import { LISBON } from '../fakes/osm.ts'
import { sendJson, startUpstream, type Upstream } from '../fakes/upstream.ts'
import { KEY } from './faults.ts'

const NEAR = { lat: 37.571, lng: 126.981 }
const QUESTION: PlaceQuery = { query: '달빛', near: NEAR, radiusM: 3_000, language: 'ko', limit: 10 }
const ROUTES = {
  origins: [NEAR],
  destinations: [
    { lat: 37.58, lng: 126.99 },
    { lat: 37.6, lng: 127 },
  ],
  mode: 'car',
  departAt: null,
} as const
const unlimited = { limit: async () => ({ success: true }) }

let upstream: Upstream
let logged: string[]
beforeEach(async () => {
  logged = []
  for (const level of ['log', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line: unknown) => void logged.push(String(line)))
  upstream = await startUpstream((_call, res) => sendJson(res, {}))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await upstream.close()
})

/** Our server behind its adapter, as over the service binding, with its upstream on loopback. */
function provider(adapter: Adapter, key: string | undefined = KEY) {
  const { origin } = upstream
  const servers: { readonly [id: string]: (request: Request) => Response | Promise<Response> } = {
    kakao: (request) =>
      kakaoWorker.fetch(
        request as never,
        { KAKAO_LOCAL_URL: origin, KAKAO_MOBILITY_URL: origin, KAKAO_REST_API_KEY: key } as never,
      ) as unknown as Promise<Response>,
    google: (request) =>
      googleWorker.fetch(
        request as never,
        { GOOGLE_PLACES_URL: origin, GOOGLE_ROUTES_URL: origin, GOOGLE_MAPS_API_KEY: key } as never,
      ) as unknown as Promise<Response>,
    osm: (request) =>
      osmWorker.fetch(
        request as never,
        {
          NOMINATIM_URL: origin,
          OVERPASS_URL: origin,
          OSRM_URL: origin,
          OSM_CONTACT: 'ops@yeojeong.example',
          NOMINATIM_LIMIT: unlimited,
          OVERPASS_LIMIT: unlimited,
        } as never,
      ) as unknown as Promise<Response>,
  }
  const deps: ToolDeps = {
    fetchOf: () => async (url, init) => servers[adapter.id]!(new Request(url, init)),
    secret: () => undefined,
    accessToken: async () => err({ kind: 'rejected' }),
    known: knownServers(),
    now: Date.now,
  }
  const deadline = (): number => Date.now() + 10_000
  return {
    search: (more: Partial<PlaceQuery> = {}) => callTool(adapter, adapter.tools.search!, { ...QUESTION, ...more }, deadline(), deps),
    details: (ids: readonly string[]) => callTool(adapter, adapter.tools.details!, ids, deadline(), deps),
    cities: (question: CityQuestion) => callTool(adapter, adapter.tools.cities!, question, deadline(), deps),
    ofNote: (city: Region) => callTool(adapter, adapter.tools.candidates!, city, deadline(), deps),
    routes: () => callTool(adapter, adapter.tools.routes!, ROUTES, deadline(), deps),
  }
}

const kakaoDocument = (id: number, more: object = {}) => ({
  id: String(id),
  place_name: `달빛고궁 ${id}`,
  category_name: '여행 > 관광,명소 > 고궁,궁',
  category_group_code: 'AT4',
  road_address_name: '서울 가상구 시험로 1',
  address_name: '',
  place_url: `http://place.map.kakao.com/${id}`,
  x: '126.98',
  y: '37.57',
  ...more,
})

describe('mcp-kakao', () => {
  test('pages through what Kakao has, keeps what a traveller visits, and makes up nothing', async () => {
    upstream.answer = ({ url }, res) => {
      const page = Number(url.searchParams.get('page'))
      return sendJson(res, {
        meta: { is_end: page === 2, total_count: 17, pageable_count: 17 },
        documents:
          page === 1
            ? Array.from({ length: 15 }, (_, i) => kakaoDocument(i + 1))
            : [kakaoDocument(16, { category_name: '금융,보험 > 은행', category_group_code: 'BK9' }), kakaoDocument(17)],
      })
    }
    const { answer, outcome } = await provider(kakao).search({ limit: 30 })
    expect(outcome).toEqual({ kind: 'ok' })
    expect(answer.ok && answer.value).toHaveLength(16)
    const [first] = answer.ok ? answer.value : []
    expect(Place.parse(first)).toMatchObject({
      id: 'plc_kakao_1',
      category: 'palace',
      hours: { kind: 'unknown' },
      stepFree: 'unknown',
      price: 'unknown',
      position: { lat: 37.57, lng: 126.98 },
    })
    expect(first).not.toHaveProperty('rating')
    expect(upstream.calls[0]).toMatchObject({ headers: { authorization: `KakaoAK ${KEY}` } })
    expect(upstream.calls.map(({ url }) => url.searchParams.get('page'))).toEqual(['1', '2'])
  })
  test('driving times: a pair without a way is null, HTTP 200 or not', async () => {
    upstream.answer = ({ url }, res) =>
      sendJson(res, {
        routes: [
          url.searchParams.get('destination')?.startsWith('127.0') === true
            ? { result_code: 1, result_msg: '길찾기 결과를 찾을 수 없음' }
            : { result_code: 0, summary: { distance: 2_345, duration: 601 } },
        ],
      })
    expect(await provider(kakao).routes()).toMatchObject({
      answer: { ok: true, value: [[{ durationMin: 11, distanceM: 2_345 }, null]] },
      calls: 2,
    })
  })
  test.each([
    ['a quota used up, told as HTTP 400', 400, { code: -10, msg: 'API limit has been exceeded.' }, { kind: 'throttled' }],
    ['maintenance, told as HTTP 400', 400, { code: -7, msg: 'under maintenance' }, { kind: 'failure' }],
    ['a bad key', 401, { errorType: 'AccessDeniedError', message: 'cannot find appkey' }, { kind: 'rejected' }],
    ['a forbidden address', 401, { errorType: 'AccessDeniedError', message: 'ip mismatched! callerIp=10.0.0.1' }, { kind: 'rejected' }],
    ['the free quota used up', 429, { errorType: 'RequestThrottled', message: 'too many' }, { kind: 'throttled' }],
    ['HTTP 503', 503, { code: -9798 }, { kind: 'failure' }],
  ])('%s', async (_what, status, body, outcome) => {
    upstream.answer = (_call, res) => sendJson(res, body, status)
    const result = await provider(kakao).search()
    expect(result).toMatchObject({ answer: { ok: false }, outcome })
    expect(logged.join()).not.toContain(KEY)
  })
  test('without its key it says so, and asks nobody', async () => {
    expect(await provider(kakao, '').search()).toMatchObject({ answer: { ok: false }, outcome: { kind: 'rejected' } })
    expect(upstream.calls).toEqual([])
  })
})

const googlePlace = (id: string, more: object = {}) => ({
  id,
  displayName: { text: '달빛고궁', languageCode: 'ko' },
  location: { latitude: 37.57, longitude: 126.98 },
  primaryType: 'tourist_attraction',
  types: ['tourist_attraction', 'historical_landmark'],
  formattedAddress: '서울 가상구',
  ...more,
})

describe('mcp-google', () => {
  test('a search asks for basic fields only: anything else would cost more', async () => {
    upstream.answer = (_call, res) => sendJson(res, { places: [googlePlace('ChIJ-A_1')] })
    const { answer } = await provider(google).search()
    expect(answer).toMatchObject({ ok: true, value: [{ id: 'plc_google_ChIJ-A_1', category: 'historic' }] })
    expect(upstream.calls).toHaveLength(1)
    const mask = String(upstream.calls[0]!.headers['x-goog-fieldmask'])
    expect(mask).toContain('places.displayName')
    expect(mask).not.toMatch(/rating|Hours|reviews|price|website/i)
  })
  test('details say hours, rating, access and what closed for good; an id that is gone is left out', async () => {
    upstream.answer = ({ url }, res) =>
      url.pathname.endsWith('gone')
        ? sendJson(res, { error: { code: 404, status: 'NOT_FOUND', message: 'not found' } }, 404)
        : sendJson(
            res,
            googlePlace('ChIJ1', {
              rating: 4.5,
              userRatingCount: 321,
              businessStatus: 'CLOSED_PERMANENTLY',
              accessibilityOptions: { wheelchairAccessibleEntrance: true },
              regularOpeningHours: { periods: [{ open: { day: 2, hour: 9 }, close: { day: 2, hour: 18, minute: 30 } }] },
            }),
          )
    const { answer, calls } = await provider(google).details(['plc_google_ChIJ1', 'plc_google_gone', 'plc_kakao_7'])
    expect(calls).toBe(2)
    expect(String(upstream.calls[0]!.headers['x-goog-fieldmask']).split(',')).toEqual(
      expect.arrayContaining(['regularOpeningHours.periods', 'rating', 'accessibilityOptions']),
    )
    expect(answer).toMatchObject({
      ok: true,
      value: [
        {
          rating: { value: 4.5, count: 321, source: 'google' },
          businessStatus: 'closed-permanently',
          stepFree: 'partly',
          hours: { osm: 'Tu 09:00-18:30' },
        },
      ],
    })
  })
  test('travel times keep their places in the matrix, whatever order they come in', async () => {
    upstream.answer = (_call, res) =>
      sendJson(res, [
        { destinationIndex: 1, duration: '1201s', distanceMeters: 9_000, condition: 'ROUTE_EXISTS' },
        { duration: '60s', distanceMeters: 500, condition: 'ROUTE_EXISTS' },
      ])
    expect(await provider(google).routes()).toMatchObject({
      answer: {
        ok: true,
        value: [
          [
            { durationMin: 1, distanceM: 500 },
            { durationMin: 21, distanceM: 9_000 },
          ],
        ],
      },
    })
  })
  test.each([
    [
      'a bad key, told as HTTP 400',
      400,
      { error: { code: 400, status: 'INVALID_ARGUMENT', message: 'API key not valid. Please pass a valid API key.' } },
      { kind: 'rejected' },
    ],
    [
      'an API that is not switched on',
      403,
      { error: { code: 403, status: 'PERMISSION_DENIED', message: 'Places API (New) has not been used in project 1' } },
      { kind: 'rejected' },
    ],
    [
      'a quota used up',
      429,
      { error: { code: 429, status: 'RESOURCE_EXHAUSTED', message: 'Quota exceeded' } },
      { kind: 'throttled', retryAfterMs: 40_000 },
    ],
    ['a mistake of ours', 400, { error: { code: 400, status: 'INVALID_ARGUMENT', message: 'Invalid argument: radius' } }, { kind: 'ok' }],
    ['HTTP 500', 500, {}, { kind: 'failure' }],
  ])('%s', async (_what, status, body, outcome) => {
    upstream.answer = (_call, res) => sendJson(res, body, status, status === 429 ? { 'retry-after': '40' } : {})
    expect(await provider(google).search()).toMatchObject({ answer: { ok: false }, outcome })
  })
})

describe('mcp-osm', () => {
  test('by name anywhere: names in our languages, hours and access as mapped, and who we are in the User-Agent', async () => {
    upstream.answer = (_call, res) =>
      sendJson(res, [
        {
          osm_type: 'way',
          osm_id: 42,
          lat: '37.5701',
          lon: '126.9801',
          category: 'tourism',
          type: 'museum',
          name: '달빛박물관',
          display_name: '달빛박물관, 서울',
          extratags: { opening_hours: 'We-Mo 10:00-18:00', wheelchair: 'yes', fee: 'no' },
          namedetails: { name: '달빛박물관', 'name:en': 'Moonlight Museum', 'name:zh': '月光博物馆' },
        },
        { osm_type: 'node', osm_id: 43, lat: '37.57', lon: '126.98', category: 'amenity', type: 'bank', name: '달빛은행' },
      ])
    const { answer } = await provider(osm).search()
    expect(answer).toMatchObject({
      ok: true,
      value: [
        {
          id: 'plc_osm_w42',
          category: 'museum',
          names: { ko: '달빛박물관', en: 'Moonlight Museum', zh: '月光博物馆' },
          hours: { osm: 'We-Mo 10:00-18:00' },
          stepFree: 'yes',
          price: 'free',
        },
      ],
    })
    expect(answer.ok && answer.value).toHaveLength(1)
    expect(upstream.calls[0]!.headers['user-agent']).toMatch(/yeojeong.*ops@yeojeong\.example/)
  })
  test('by category around a point, and hours nobody can read are unknown', async () => {
    upstream.answer = (_call, res) =>
      sendJson(res, {
        elements: [
          {
            type: 'relation',
            id: 7,
            center: { lat: 37.572, lon: 126.982 },
            tags: { name: 'Moon Tea', amenity: 'cafe', opening_hours: 'by appointment', 'diet:vegan': 'only' },
          },
        ],
      })
    const { answer } = await provider(osm).search({ query: '', categories: ['cafe'] })
    expect(answer).toMatchObject({ ok: true, value: [{ id: 'plc_osm_r7', hours: { kind: 'unknown' }, food: { diets: ['vegan'] } }] })
    expect(decodeURIComponent(upstream.calls[0]!.body.replaceAll('+', ' '))).toContain('around:3000,37.57100,126.98100')
  })
  test('a query that ran out of time is a failure though it is HTTP 200', async () => {
    upstream.answer = (_call, res) =>
      sendJson(res, { elements: [], remark: 'runtime error: Query timed out in "query" at line 1 after 6 seconds.' })
    expect(await provider(osm).search({ query: '', categories: ['museum'] })).toMatchObject({
      answer: { ok: false },
      outcome: { kind: 'failure' },
    })
  })
  test('a city by name or id: once, with its clock and currency; a country, a border twice told or one in no country is none', async () => {
    const { address: _nowhere, ...stateless } = LISBON
    upstream.answer = (_call, res) =>
      sendJson(res, [
        { ...LISBON, osm_id: 295480, addresstype: 'country' },
        LISBON,
        { ...LISBON, osm_type: 'node', osm_id: 265958490 },
        { ...LISBON, osm_id: 2, lat: '39.9', lon: '-5.0', address: { country_code: 'zz' } },
        { ...stateless, osm_id: 3, lat: '41.1' },
      ])
    const { answer } = await provider(osm).cities({ words: 'lisbon' })
    expect(answer).toMatchObject({
      ok: true,
      value: [{ id: 'osm-r5400890', timeZone: 'Europe/Lisbon', currency: 'EUR', countryCode: 'PT', center: { lat: 38.7077507 } }],
    })
    expect(answer.ok && answer.value).toHaveLength(1)
    await provider(osm).cities({ id: 'r5400890' })
    expect(upstream.calls.map(({ url }) => url.searchParams.get('q') ?? url.searchParams.get('osm_ids'))).toEqual(['lisbon', 'R5400890'])
  })
  test('what a city has of note: the most named first, and each in one call', async () => {
    const node = (id: number, tags: object) => ({ type: 'node', id, lat: 38.71, lon: -9.13, tags: { name: `n${id}`, ...tags } })
    const named = Object.fromEntries(['ko', 'en', 'ja', 'zh', 'fr', 'de', 'es', 'it'].map((language) => [`name:${language}`, 'Torre']))
    upstream.answer = (_call, res) =>
      sendJson(res, {
        elements: [
          node(1, { tourism: 'museum', wikidata: 'Q1' }),
          node(2, { amenity: 'restaurant', opening_hours: 'Mo-Su 12:00-23:00' }),
          node(3, { tourism: 'attraction', wikidata: 'Q3', ...named }),
        ],
      })
    const city = { id: 'osm-r1', center: { lat: 38.71, lng: -9.13 }, radiusM: 8_000 } as Region
    const { answer, calls } = await provider(osm).ofNote(city)
    expect(answer).toMatchObject({
      ok: true,
      value: [
        { id: 'plc_osm_n3', prominence: 3, regionId: 'osm-r1' },
        { id: 'plc_osm_n1', prominence: 2 },
        { id: 'plc_osm_n2', prominence: 1 },
      ],
    })
    expect(calls).toBe(1)
  })
  test('travel times from an OSRM server', async () => {
    upstream.answer = (_call, res) => sendJson(res, { code: 'Ok', durations: [[599.4, null]], distances: [[4_200.4, null]] })
    expect(await provider(osm).routes()).toMatchObject({ answer: { ok: true, value: [[{ durationMin: 10, distanceM: 4_200 }, null]] } })
  })
  test.each([
    ['too many calls', 429, { kind: 'throttled' }],
    ['a gateway time-out', 504, { kind: 'failure' }],
    ['a ban', 403, { kind: 'rejected' }],
  ])('%s', async (_what, status, outcome) => {
    upstream.answer = (_call, res) => {
      res.writeHead(status, { 'content-type': 'text/html' }).end('<html><body>no</body></html>')
      return true
    }
    expect(await provider(osm).search({ query: '', categories: ['museum'] })).toMatchObject({ answer: { ok: false }, outcome })
  })
})
