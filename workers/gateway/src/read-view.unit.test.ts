import { kvKeys } from '@yeojeong/contracts'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createApp } from './app.ts'
import { issueSession } from './session/token.ts'

const SECRET = 'a-session-secret-for-tests-only-0123456789'
const ID = 'itn_0123456789abcdefghjk'
const OWNER = 'usr_0123456789abcdefghjk'
const app = createApp()

type Stored = { value: string | null; metadata: unknown } | Error
let stored: Stored
let kvReads: string[]
let rpcReads: string[]
let token: string

const env = {
  SESSION_SECRET: SECRET,
  ENVIRONMENT: 'development',
  READ_LIMITER: { limit: async () => ({ success: true }) },
  WRITE_LIMITER: { limit: async () => ({ success: true }) },
  ITINERARY_VIEWS: {
    getWithMetadata: async (key: string) => {
      kvReads.push(key)
      if (stored instanceof Error) throw stored
      const { value, metadata } = stored
      return { value: value === null ? null : new TextEncoder().encode(value).buffer, metadata }
    },
  },
  ITINERARY: {
    read: async (_ctx: unknown, id: string) => {
      rpcReads.push(id)
      return { ok: true, value: { role: 'editor', view: { id, version: 9, title: 'from the write side' } } }
    },
  },
}

beforeAll(async () => {
  token = await issueSession({ userId: OWNER, role: 'guest' }, SECRET, Math.floor(Date.now() / 1000))
})
beforeEach(() => {
  kvReads = []
  rpcReads = []
  stored = { value: '{"version":3,"title":"as stored"}', metadata: { ownerId: OWNER, version: 3, writtenAt: Date.now() - 65_000 } }
})

async function read(headers: Record<string, string> = {}): Promise<Response> {
  return app.request(`/v1/itineraries/${ID}`, { headers: { authorization: `Bearer ${token}`, ...headers } }, env)
}

describe('reading an itinerary', () => {
  test('is one KV read and no call: the stored bytes, their version and their age', async () => {
    const response = await read()
    expect([response.status, await response.text()]).toEqual([200, '{"version":3,"title":"as stored"}'])
    expect([response.headers.get('etag'), response.headers.get('cache-control')]).toEqual(['"v3"', 'private, no-cache'])
    expect(response.headers.get('itinerary-role')).toBe('owner')
    expect(Number(response.headers.get('age'))).toBeGreaterThanOrEqual(65)
    expect([kvReads, rpcReads]).toEqual([[kvKeys.itineraryView(ID)], []])
  })
  test('costs no body when the reader has the version', async () => {
    const response = await read({ 'if-none-match': '"v3"' })
    expect([response.status, await response.text(), rpcReads]).toEqual([304, '', []])
    expect(response.headers.get('itinerary-role')).toBe('owner')
  })
  test('asks the write side when the reader knows a newer version', async () => {
    const response = await read({ 'min-version': '4' })
    expect([response.headers.get('etag'), response.headers.get('itinerary-role'), rpcReads]).toEqual(['"v9"', 'editor', [ID]])
  })
  test.each([
    ['KV has nothing yet', { value: null, metadata: null }],
    ['KV fails', new Error('KV GET failed: 500')],
    ['the metadata is unreadable', { value: '{}', metadata: { owner: 'x' } }],
  ] as [string, Stored][])('asks the write side when %s', async (_name, state) => {
    stored = state
    expect((await read()).status).toBe(200)
    expect(rpcReads).toEqual([ID])
  })
  test("does not show somebody else's: not found, and not a byte of it", async () => {
    stored = { value: '{"title":"secret"}', metadata: { ownerId: 'usr_someoneelse0000000000', version: 3, writtenAt: 0 } }
    const response = await read()
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('secret')
  })
})

describe('reading what somebody else shares', () => {
  const whole = {
    id: ID,
    tripId: 'trp_0123456789abcdefghjk',
    version: 3,
    status: 'ready',
    title: 'Seoul',
    destination: { regionId: 'seoul', names: { en: 'Seoul' }, timeZone: 'Asia/Seoul', center: { lat: 37.5, lng: 127 } },
    startDate: '2026-05-04',
    endDate: '2026-05-04',
    days: [],
    places: {},
    travellers: { mbr_a1: 'Halmoni' },
    dropped: [],
    members: [],
    cost: { known: null, unknownStops: 0 },
    warnings: [{ code: 'no-rest-found', params: { travellerIds: ['mbr_a1'] }, stopId: null, day: 0 }],
    infeasible: null,
    failure: null,
    degraded: [],
    attribution: [],
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
  }
  const sharedWith = (role: 'e' | 'v', until: number): Stored => ({
    value: JSON.stringify(whole),
    metadata: { ownerId: 'usr_someoneelse0000000000', version: 3, writtenAt: Date.now(), others: [[OWNER, role, until]] },
  })

  test.each([
    ['e', 'editor'],
    ['v', 'viewer'],
  ] as const)('as %s: one KV read, nothing of the travellers, and what one is to it', async (role, said) => {
    stored = sharedWith(role, 0)
    const response = await read()
    expect(response.headers.get('itinerary-role')).toBe(said)
    const text = await response.text()
    expect([response.status, response.headers.get('etag'), rpcReads]).toEqual([200, '"v3"', []])
    expect(JSON.parse(text)).toMatchObject({ id: ID, title: 'Seoul', travellers: {}, warnings: [] })
    expect(text).not.toMatch(/Halmoni|no-rest-found|mbr_a1/)
  })
  test('ends when the link ends, also while the view in KV still names the reader', async () => {
    stored = sharedWith('e', Math.floor(Date.now() / 1000) - 1)
    expect((await read()).status).toBe(404)
  })
  test('asks the write side for a reader the metadata has no room for', async () => {
    stored = { value: '{}', metadata: { ownerId: 'usr_someoneelse0000000000', version: 3, writtenAt: 0, others: [], more: true } }
    await read()
    expect(rpcReads).toEqual([ID])
  })
})

describe('a service that throws', () => {
  const broken = { ...env, ITINERARY: { read: () => Promise.reject(new Error('boom')), plan: () => Promise.reject(new Error('boom')) } }
  test('leaves reads from KV alone', async () => {
    const response = await app.request(`/v1/itineraries/${ID}`, { headers: { authorization: `Bearer ${token}` } }, broken)
    expect(response.status).toBe(200)
  })
  test('turns writes read-only, with a time to try again', async () => {
    const response = await app.request(
      '/v1/trips/trp_0123456789abcdefghjk/itineraries',
      {
        method: 'POST',
        body: '{}',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': 'some-key-1' },
      },
      broken,
    )
    expect([response.status, response.headers.get('retry-after'), await response.json()]).toEqual([
      503,
      '30',
      expect.objectContaining({ code: 'read_only' }),
    ])
  })
})

test('a caller over the limit is told when to come back, and goes on being told', async () => {
  const lot = vi.spyOn(Math, 'random').mockReturnValue(0)
  const full = { ...env, READ_LIMITER: { limit: async () => ({ success: false }) } }
  const response = await app.request('/v1/me', { headers: { authorization: `Bearer ${token}` } }, full)
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60'])
  // Not drawn this time, but known to this isolate.
  lot.mockReturnValue(0.99)
  const again = await app.request('/v1/me', { headers: { authorization: `Bearer ${token}` } }, full)
  expect(again.status).toBe(429)
  lot.mockRestore()
})

test('one read in eight is counted', async () => {
  let counted = 0
  const counting = { ...env, READ_LIMITER: { limit: async () => ({ success: ++counted > 0 }) } }
  const stranger = await issueSession({ userId: 'usr_reader0123456789abcd', role: 'guest' }, SECRET, Math.floor(Date.now() / 1000))
  const lot = vi.spyOn(Math, 'random')
  for (let n = 0; n < 16; n++) {
    lot.mockReturnValue(n / 16)
    await app.request('/v1/me', { headers: { authorization: `Bearer ${stranger}` } }, counting)
  }
  lot.mockRestore()
  expect(counted).toBe(2)
})

test('a session that was verified once is still refused when it has expired', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const short = await issueSession({ userId: OWNER, role: 'guest' }, SECRET, Math.floor(Date.now() / 1000))
  const ask = async (): Promise<number> => (await app.request('/v1/me', { headers: { authorization: `Bearer ${short}` } }, env)).status
  vi.setSystemTime(Date.now() + 60_000)
  expect(await ask()).toBe(200)
  vi.setSystemTime(Date.now() + 31 * 86_400_000)
  expect(await ask()).toBe(401)
  vi.useRealTimers()
})

test('an expired session is none', async () => {
  const old = await issueSession({ userId: OWNER, role: 'guest' }, SECRET, Math.floor(Date.now() / 1000) - 40 * 86_400)
  const response = await app.request('/v1/me', { headers: { authorization: `Bearer ${old}` } }, env)
  expect(response.status).toBe(401)
})
