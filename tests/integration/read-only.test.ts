import { kvKeys, viewAccess } from '@yeojeong/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ApiProblem, Client } from '../../tools/stack/client.ts'
import { startTestStack, type Stack } from '../stack/harness.ts'
import { smallTrip } from '../stack/trips.ts'

/** The itinerary Worker throws, whatever it is asked. */
let stack: Stack
let client: Client
const ID = 'itn_0123456789abcdefghjk'
const view = { id: ID, version: 3, title: '서울 이틀' }

beforeAll(async () => {
  stack = await startTestStack({ without: ['itinerary'] })
  client = await Client.guest(stack.url)
  const { userId } = (await client.request('GET', '/v1/me')) as { userId: string }
  const env = (await stack.server.getWorker('yeojeong-gateway').getEnv()) as {
    ITINERARY_VIEWS: { put(key: string, value: string, options: { metadata: unknown }): Promise<void> }
  }
  const metadata = viewAccess({ ownerId: userId, version: view.version, writtenAt: Date.now() }, [])
  await env.ITINERARY_VIEWS.put(kvKeys.itineraryView(ID), JSON.stringify(view), { metadata })
}, 120_000)
afterAll(() => stack?.close())

test('itineraries are still read, by their owner only', async () => {
  expect(await client.itinerary(ID)).toEqual(view)
  const stranger = await Client.guest(stack.url)
  await expect(stranger.itinerary(ID)).rejects.toMatchObject({ status: 404 })
})

test.each([
  ['a command', 'POST', `/v1/itineraries/${ID}/commands`, { baseVersion: 3, command: { type: 'Undo' } }],
  ['a cancellation', 'POST', `/v1/itineraries/${ID}/cancel`, undefined],
  ['an erasure', 'DELETE', `/v1/itineraries/${ID}`, undefined],
] as const)('%s is refused as read_only, with a time to try again, and says why', async (_name, method, path, body) => {
  const response = await fetch(`${stack.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${client.token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30'])
  expect(await response.json()).toMatchObject({ code: 'read_only', detail: expect.stringMatching(/paused/) })
})

test('a trip can be made and changed meanwhile; a plan for it, and its erasure, have to wait', async () => {
  const trip = await client.createTrip(smallTrip())
  await client.request('PATCH', `/v1/trips/${trip.id}`, { pace: 'calm' })
  const refused = async (of: Promise<unknown>): Promise<unknown> =>
    of.catch((error: unknown) => (error instanceof ApiProblem ? (error.problem as { code: string }).code : error))
  expect(await refused(client.plan(trip.id))).toBe('read_only')
  expect(await refused(client.request('DELETE', `/v1/trips/${trip.id}`))).toBe('read_only')
  expect(await client.request('GET', `/v1/trips/${trip.id}`)).toMatchObject({ pace: 'calm' })
})
