import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../tools/stack/client.ts'
import { startTestStack, type Stack } from '../stack/harness.ts'
import { smallTrip } from '../stack/trips.ts'

let stack: Stack
let owner: Client
let stranger: Client
let tripId: string
beforeAll(async () => {
  stack = await startTestStack()
  owner = await Client.guest(stack.url)
  stranger = await Client.guest(stack.url)
  tripId = (await owner.createTrip(smallTrip())).id
}, 120_000)
afterAll(() => stack?.close())

type Answer = {
  status: number
  type: string | null
  problem: { code: string; status: number; requestId: string; errors?: { pointer: string; detail: string }[] }
}

async function send(method: string, path: string, body?: BodyInit, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${stack.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${owner.token}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  })
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    problem: JSON.parse(await response.text()) as Answer['problem'],
  }
}
const trip = (changes: object): string => JSON.stringify({ ...smallTrip(), ...changes })
const member = (changes: object): object => ({ members: [{ name: '지우', age: 34, ...changes }] })

describe('a trip that does not fit is told where', () => {
  const cases: readonly [string, () => string, string][] = [
    ['nothing', () => '{}', '/destination'],
    ['end before start', () => trip({ endDate: '2027-04-01' }), '/endDate'],
    ['31 days', () => trip({ endDate: '2027-05-20' }), '/endDate'],
    ['a date that is none', () => trip({ startDate: '2027-02-30' }), '/startDate'],
    ['nobody travels', () => trip({ members: [] }), '/members'],
    ['age 121', () => trip(member({ age: 121 })), '/members/0/age'],
    ['age -1', () => trip(member({ age: -1 })), '/members/0/age'],
    ['age as text', () => trip(member({ age: '34' })), '/members/0/age'],
    ['a nameless member', () => trip(member({ name: '  ' })), '/members/0/name'],
    ['an invented diet', () => trip(member({ diets: ['breatharian'] })), '/members/0/diets/0'],
    ['a lodging off the Earth', () => trip({ lodgings: [{ name: 'x', position: { lat: 91, lng: 0 } }] }), '/lodgings/0/position/lat'],
    [
      'nowhere to sleep',
      () => trip({ lodgings: [{ name: 'x', position: { lat: 37, lng: 127 }, firstNight: '2027-04-21', lastNight: '2027-04-21' }] }),
      '/lodgings',
    ],
    [
      'a booking outside the trip',
      () =>
        trip({
          bookings: [{ name: 'x', position: { lat: 37, lng: 127 }, kind: 'ticket', date: '2027-05-01', start: '10:00', end: '11:00' }],
        }),
      '/bookings/0/date',
    ],
    ['a clock of 25 hours', () => trip({ arrival: { time: '25:00' } }), '/arrival/time'],
    ['a negative budget', () => trip({ budget: { amount: -1, currency: 'KRW' } }), '/budget/amount'],
    [
      'over before it begins',
      () => trip({ endDate: '2027-04-20', arrival: { time: '18:00' }, departure: { time: '09:00' } }),
      '/departure/time',
    ],
    ['an unknown destination', () => trip({ destination: { regionId: 'atlantis' } }), '/destination/regionId'],
    ['a list instead of a trip', () => '[]', ''],
    ['null instead of a trip', () => 'null', ''],
  ]
  test.each(cases)('%s', async (_name, body, pointer) => {
    const answer = await send('POST', '/v1/trips', body())
    expect([answer.status, answer.type]).toEqual([422, 'application/problem+json'])
    expect(answer.problem.errors?.map((error) => error.pointer)).toContain(pointer)
    expect(answer.problem.requestId).toMatch(/^req_/)
  })
})

describe('a request that is no request', () => {
  const cases: readonly [string, () => Promise<Answer>, number, string][] = [
    ['broken JSON', () => send('POST', '/v1/trips', '{"a":'), 400, 'bad_json'],
    ['no body', () => send('POST', '/v1/trips'), 400, 'bad_json'],
    ['2 MB body', () => send('POST', '/v1/trips', `{"title":"${'a'.repeat(2_000_000)}"}`), 413, 'body_too_large'],
    [
      'not JSON by its own word',
      () => send('POST', '/v1/trips', trip({}), { 'content-type': 'text/plain' }),
      415,
      'unsupported_media_type',
    ],
    ['no Idempotency-Key', () => send('POST', '/v1/trips', trip({}), { 'idempotency-key': '' }), 400, 'idempotency_key_missing'],
    ['an id of no form', () => send('GET', '/v1/trips/7'), 422, 'validation_failed'],
    ['an id of nothing', () => send('GET', '/v1/trips/trp_00000000000000000000'), 404, 'not_found'],
    ['a method the address does not have', () => send('PUT', '/v1/trips', '{}'), 405, 'method_not_allowed'],
    ['a route of nothing', () => send('GET', '/v1/unicorns'), 404, 'not_found'],
    ['an itinerary of nothing', () => send('GET', '/v1/itineraries/itn_00000000000000000000'), 404, 'not_found'],
    ['the progress of nothing', () => send('GET', '/v1/itineraries/itn_00000000000000000000/progress'), 404, 'not_found'],
    ['a plan for nothing', () => send('POST', '/v1/trips/trp_00000000000000000000/itineraries', '{}'), 404, 'not_found'],
    ['a plan with a wrong seed', () => send('POST', `/v1/trips/${tripId}/itineraries`, '{"seed":"one"}'), 422, 'validation_failed'],
    ['a place of nothing', () => send('GET', '/v1/places/plc_seoul_nothing'), 404, 'not_found'],
    ['a search off the Earth', () => send('GET', '/v1/places?near=95,10'), 422, 'validation_failed'],
    ['a foreign cursor', () => send('GET', '/v1/trips?cursor=zzz'), 422, 'validation_failed'],
    ['a page of 1000', () => send('GET', '/v1/trips?limit=1000'), 422, 'validation_failed'],
  ]
  test.each(cases)('%s', async (_name, ask, status, code) => {
    const answer = await ask()
    expect([answer.status, answer.problem.code, answer.type]).toEqual([status, code, 'application/problem+json'])
  })
})

describe('every route asks who is there', () => {
  const routes: readonly [string, string][] = [
    ['GET', '/v1/me'],
    ['GET', '/v1/trips'],
    ['POST', '/v1/trips'],
    ['GET', '/v1/trips/:trip'],
    ['PATCH', '/v1/trips/:trip'],
    ['DELETE', '/v1/trips/:trip'],
    ['PUT', '/v1/trips/:trip/lodgings'],
    ['PUT', '/v1/trips/:trip/bookings'],
    ['PUT', '/v1/trips/:trip/transport'],
    ['POST', '/v1/trips/:trip/members'],
    ['POST', '/v1/trips/:trip/itineraries'],
    ['GET', '/v1/itineraries/itn_00000000000000000000'],
    ['GET', '/v1/places'],
    ['GET', '/v1/regions'],
  ]
  const tokens: readonly [string, string][] = [
    ['no token', ''],
    ['a forged token', 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ1c3JfMDAwMDAwMDAwMCJ9.AAAA'],
    [
      'an unsigned token',
      'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c3JfMDAwMDAwMDAwMCIsInJvbGUiOiJvcGVyYXRvciIsImV4cCI6OTk5OTk5OTk5OSwiaXNzIjoieWVvamVvbmcifQ.',
    ],
  ]
  for (const [name, authorization] of tokens) {
    test.each(routes)(`${name}: %s %s answers 401`, async (method, path) => {
      const answer = await send(method, path.replace(':trip', tripId), method === 'GET' || method === 'DELETE' ? undefined : '{}', {
        authorization,
      })
      expect([answer.status, answer.problem.code]).toEqual([401, 'unauthenticated'])
    })
  }
})

describe("somebody else's trip is not found", () => {
  const routes: readonly [string, string, string?][] = [
    ['GET', ''],
    ['DELETE', ''],
    ['PATCH', '', '{"pace":"calm"}'],
    ['PUT', '/transport', '{"transport":"car"}'],
    ['PUT', '/bookings', '{"bookings":[]}'],
    ['POST', '/members', '{"name":"x","age":3}'],
    ['POST', '/itineraries', '{}'],
  ]
  test.each(routes)('%s /v1/trips/:id%s', async (method, path, body) => {
    const answer = await send(method, `/v1/trips/${tripId}${path}`, body, { authorization: `Bearer ${stranger.token}` })
    expect([answer.status, answer.problem.code]).toEqual([404, 'not_found'])
    expect(await owner.request('GET', `/v1/trips/${tripId}`)).toMatchObject({ version: 1 })
  })
})

test("another site's form cannot write with a visitor's cookie", async () => {
  const guest = await fetch(`${stack.url}/auth/guest`, { method: 'POST' })
  const cookie = guest.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
  const headers = { cookie: cookie.split(';')[0]!, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
  const foreign = await fetch(`${stack.url}/v1/trips`, {
    method: 'POST',
    headers: { ...headers, origin: 'https://evil.example' },
    body: trip({}),
  })
  expect(foreign.status).toBe(403)
  const own = await fetch(`${stack.url}/v1/trips`, { method: 'POST', headers: { ...headers, origin: stack.url }, body: trip({}) })
  expect(own.status).toBe(201)
})
