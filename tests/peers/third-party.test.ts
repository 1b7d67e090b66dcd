import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { err } from '@yeojeong/domain'
import type { PlaceQuery } from '@yeojeong/contracts'
import type { Adapter } from '../../workers/location/src/providers/adapter.ts'
import { googleCommunity } from '../../workers/location/src/providers/adapters/google-community.ts'
import { mapbox } from '../../workers/location/src/providers/adapters/mapbox.ts'
import { callTool } from '../../workers/location/src/providers/call-tool.ts'
import type { ToolDeps } from '../../workers/location/src/providers/tool-deps.ts'
import { knownServers } from '../../workers/location/src/providers/wire/known-servers.ts'
import { ROOT } from '../../tools/stack/paths.ts'
import { sendJson, startUpstream, type Upstream } from '../fakes/upstream.ts'
import { startBridge, type Bridge } from './bridge.ts'

const KEY = 'pk.eyJ1IjoidGVzdC1vbmx5LTAxMjM0NTY3ODkifQ.c2lnbmF0dXJlLW9mLW5vYm9keQ'
const QUESTION: PlaceQuery = { query: 'moonlight palace', near: { lat: 37.571, lng: 126.981 }, radiusM: 3_000, language: 'en', limit: 10 }
const packageFile = (name: string, file: string): string => join(ROOT, 'node_modules', name, file)

function deps(): ToolDeps {
  return {
    fetchOf: () => (url, init) => fetch(url, init),
    secret: () => KEY,
    accessToken: async () => err({ kind: 'rejected' }),
    known: knownServers(),
    now: Date.now,
  }
}
const search = (adapter: Adapter, d: ToolDeps = deps()) => callTool(adapter, adapter.tools.search!, QUESTION, Date.now() + 20_000, d)

/** Long enough for a process to start; the adapters' own two seconds are for servers that run. */
const patient = (adapter: Adapter): Adapter => ({ ...adapter, timeoutMs: 15_000 })

let logged: string[] = []
const listen = (): void => {
  logged = []
  for (const level of ['log', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line: unknown) => void logged.push(String(line)))
}
afterEach(() => vi.restoreAllMocks())

describe('@modelcontextprotocol/server-google-maps: JSON in its text, failures marked and unmarked', () => {
  let upstream: Upstream
  let bridge: Bridge
  let adapter: Adapter
  beforeAll(async () => {
    upstream = await startUpstream((_call, res) => sendJson(res, {}))
    bridge = await startBridge(packageFile('@modelcontextprotocol/server-google-maps', 'dist/index.js'), {
      GOOGLE_MAPS_API_KEY: KEY,
      FAKE_UPSTREAM: upstream.origin,
      NODE_OPTIONS: `--import ${join(ROOT, 'tests', 'peers', 'to-loopback.mjs')}`,
    })
    adapter = patient(googleCommunity(bridge.url))
  })
  afterAll(async () => {
    await bridge.close()
    await upstream.close()
  })

  test('a search and its details become places of ours', async () => {
    upstream.answer = ({ url }, res) => {
      const place = {
        name: 'Moonlight Palace',
        formatted_address: '1 Test-ro, Seoul',
        geometry: { location: { lat: 37.5701, lng: 126.9801 } },
        place_id: 'ChIJmoon',
        rating: 4.4,
        types: ['museum', 'point_of_interest'],
      }
      return url.pathname.includes('details')
        ? sendJson(res, {
            status: 'OK',
            result: {
              ...place,
              website: 'https://moon.example',
              opening_hours: { periods: [{ open: { day: 3, time: '0900' }, close: { day: 3, time: '1800' } }], weekday_text: [] },
            },
          })
        : sendJson(res, { status: 'OK', results: [place] })
    }
    const d = deps()
    expect((await search(adapter, d)).answer).toMatchObject({
      ok: true,
      value: [{ id: 'plc_googlecommunity_ChIJmoon', category: 'museum', names: { en: 'Moonlight Palace' }, rating: { value: 4.4 } }],
    })
    expect(upstream.calls.at(-1)!.url.searchParams.get('query')).toBe('moonlight palace')
  })
  test.each([
    [
      'nothing found is told as an error, and is an empty answer',
      { status: 'ZERO_RESULTS', results: [] },
      { answer: { ok: true, value: [] }, outcome: { kind: 'ok' } },
    ],
    [
      'a used-up quota',
      { status: 'OVER_QUERY_LIMIT', error_message: 'You have exceeded your daily request quota for this API.' },
      { answer: { ok: false }, outcome: { kind: 'throttled' } },
    ],
    [
      'a bad key',
      { status: 'REQUEST_DENIED', error_message: 'This API project is not authorized to use this API.' },
      { answer: { ok: false }, outcome: { kind: 'rejected' } },
    ],
    ['an unknown error', { status: 'UNKNOWN_ERROR' }, { answer: { ok: false }, outcome: { kind: 'failure' } }],
  ])('%s', async (_what, body, expected) => {
    listen()
    upstream.answer = (_call, res) => sendJson(res, body)
    expect(await search(adapter)).toMatchObject(expected)
    expect(logged.join()).not.toContain(KEY)
  })
  test('an upstream that hangs up or sends HTML is a failure, and its key stays with it', async () => {
    listen()
    upstream.answer = (_call, res) => Boolean(res.socket?.destroy())
    const cut = await search(adapter)
    upstream.answer = (_call, res) => Boolean(res.writeHead(502).end('<html><h1>Bad Gateway</h1>'))
    const html = await search(adapter)
    for (const result of [cut, html]) {
      expect(result).toMatchObject({ answer: { ok: false }, outcome: { kind: 'failure' } })
      expect(JSON.stringify(result) + logged.join()).not.toContain(KEY)
    }
  })
  test('an upstream that never answers costs our time-out and no more: this server has none', async () => {
    listen()
    const d = deps()
    upstream.answer = (_call, res) => sendJson(res, { status: 'ZERO_RESULTS', results: [] })
    await search(adapter, d)
    upstream.answer = () => false
    expect(await search({ ...adapter, timeoutMs: 400 }, d)).toMatchObject({
      answer: { ok: false },
      outcome: { kind: 'failure', reason: 'timeout' },
    })
  })
})

describe('@mapbox/mcp-server: structured GeoJSON, by configuration alone', () => {
  let upstream: Upstream
  let bridge: Bridge
  let adapter: Adapter
  beforeAll(async () => {
    upstream = await startUpstream((_call, res) => sendJson(res, {}))
    bridge = await startBridge(packageFile('@mapbox/mcp-server', 'dist/esm/index.js'), {
      MAPBOX_ACCESS_TOKEN: KEY,
      MAPBOX_API_ENDPOINT: `${upstream.origin}/`,
      OTEL_SDK_DISABLED: 'true',
    })
    adapter = patient(mapbox(bridge.url))
  })
  afterAll(async () => {
    await bridge.close()
    await upstream.close()
  })
  const feature = {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [126.9801, 37.5701] },
    properties: {
      mapbox_id: 'bW9vbg',
      feature_type: 'poi',
      name: '달빛궁',
      name_preferred: 'Moonlight Palace',
      full_address: '1 Test-ro, Seoul',
      place_formatted: 'Seoul',
      context: {},
      coordinates: { latitude: 37.5701, longitude: 126.9801 },
      poi_category: ['museum'],
      poi_category_ids: ['museum'],
      metadata: {},
      maki: 'museum',
      language: 'en',
    },
  }

  test('a search becomes places of ours, with both names', async () => {
    upstream.answer = (_call, res) => sendJson(res, { type: 'FeatureCollection', features: [feature], attribution: 'test' })
    expect((await search(adapter)).answer).toMatchObject({
      ok: true,
      value: [
        {
          id: 'plc_mapbox_bW9vbg',
          category: 'museum',
          names: { en: 'Moonlight Palace' },
          aliases: ['달빛궁'],
          position: { lat: 37.5701, lng: 126.9801 },
        },
      ],
    })
  })
  test('nothing found is an empty answer', async () => {
    upstream.answer = (_call, res) => sendJson(res, { type: 'FeatureCollection', features: [], attribution: 'test' })
    expect(await search(adapter)).toMatchObject({ answer: { ok: true, value: [] }, outcome: { kind: 'ok' } })
  })
  test('travel times, as a matrix', async () => {
    const point = { name: '', location: [126.98, 37.57], distance: 0 }
    upstream.answer = (_call, res) =>
      sendJson(res, { code: 'Ok', durations: [[601, null]], distances: [[4_000, null]], sources: [point], destinations: [point, point] })
    const question = {
      origins: [{ lat: 37.57, lng: 126.98 }],
      destinations: [
        { lat: 37.58, lng: 126.99 },
        { lat: 37.6, lng: 127 },
      ],
      mode: 'car',
      departAt: null,
    } as const
    expect((await callTool(adapter, adapter.tools.routes!, question, Date.now() + 20_000, deps())).answer).toEqual({
      ok: true,
      value: [[{ durationMin: 11, distanceM: 4_000 }, null]],
    })
  })
  test.each([
    ['a bad key', 401, { message: 'Not Authorized - Invalid Token' }, { kind: 'rejected' }],
    ['too many requests', 429, { message: 'Too Many Requests' }, { kind: 'throttled' }],
    ['HTTP 500', 500, { message: 'Internal' }, { kind: 'failure' }],
  ])('%s', async (_what, status, body, outcome) => {
    listen()
    upstream.answer = (_call, res) => sendJson(res, body, status)
    const result = await search(adapter)
    expect(result).toMatchObject({ answer: { ok: false }, outcome })
    expect(JSON.stringify(result) + logged.join()).not.toContain(KEY)
  })
})
