import type { CallContext, ProfileRpc } from '@yeojeong/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Client } from '../../tools/stack/client.ts'
import { startTestStack, type Stack } from '../stack/harness.ts'
import { example, smallTrip } from '../stack/trips.ts'

let stack: Stack
let owner: Client
beforeAll(async () => {
  stack = await startTestStack()
  owner = await Client.guest(stack.url)
}, 120_000)
afterAll(() => stack?.close())

type Row = Record<string, unknown>
async function rows(sql: string): Promise<Row[]> {
  const env = (await stack.server.getWorker('yeojeong-profile').getEnv()) as {
    PROFILE_DB: { prepare(sql: string): { all(): Promise<{ results: Row[] }> } }
  }
  return (await env.PROFILE_DB.prepare(sql).all()).results
}

test('a trip is created as asked and found again', async () => {
  const { trip } = example('seoul-family')
  const created = await owner.createTrip(trip)
  expect(created).toMatchObject({
    title: '할머니와 서울 사흘',
    startDate: '2027-05-04',
    transport: 'transit',
    version: 1,
    itineraryIds: [],
  })
  expect(created.destination).toMatchObject({ regionId: 'seoul', timeZone: 'Asia/Seoul', countryCode: 'KR' })
  expect(created.members.map(({ name, age }) => [name, age])).toEqual([
    ['할머니', 74],
    ['아빠', 42],
    ['엄마', 40],
    ['하준', 6],
  ])
  expect(await owner.request('GET', `/v1/trips/${created.id}`)).toEqual(created)
})

test('the same Idempotency-Key makes one trip, and another body under it is refused', async () => {
  const key = 'one-key-for-one-trip'
  const first = await owner.createTrip(smallTrip(), key)
  expect((await owner.createTrip(smallTrip(), key)).id).toBe(first.id)
  await expect(owner.createTrip({ ...smallTrip(), pace: 'calm' }, key)).rejects.toMatchObject({
    status: 422,
    problem: { code: 'idempotency_key_reused' },
  })
})

test('what is personal is not readable in the database', async () => {
  const trip = await owner.createTrip(example('seoul-family').trip)
  const stored = JSON.stringify(await rows(`SELECT * FROM trips WHERE id = '${trip.id}'`))
  expect(stored).toContain('2027-05-04')
  for (const secret of ['할머니', '하준', 'knee', 'slow', '종로 숙소', '37.5725', '서울역']) expect(stored).not.toContain(secret)
})

test('members come and go, one at a time, and the last one stays', async () => {
  const trip = await owner.createTrip(smallTrip())
  const path = `/v1/trips/${trip.id}/members`
  const key = { 'idempotency-key': 'add-grandfather-once' }
  const added = (await owner.request('POST', path, { name: '할아버지', age: 78, mobility: 'slow' }, key)) as { id: string }
  const again = (await owner.request('POST', path, { name: '할아버지', age: 78, mobility: 'slow' }, key)) as { id: string }
  expect(again.id).toBe(added.id)
  expect(await owner.request('PATCH', `${path}/${added.id}`, { age: 79 })).toMatchObject({ age: 79, mobility: 'slow' })
  expect(await owner.request('PATCH', `${path}/${added.id}`, { maxWalkLegM: 500 })).toMatchObject({ maxWalkLegM: 500 })
  expect(await owner.request('PATCH', `${path}/${added.id}`, { maxWalkLegM: null })).not.toHaveProperty('maxWalkLegM')
  const now = (await owner.request('GET', `/v1/trips/${trip.id}`)) as { members: { id: string; age: number }[] }
  expect(now.members.map(({ age }) => age)).toEqual([34, 79])
  await owner.request('DELETE', `${path}/${added.id}`)
  await expect(owner.request('DELETE', `${path}/${trip.members[0]!.id}`)).rejects.toMatchObject({
    status: 422,
    problem: { code: 'trip_member_required' },
  })
})

test('two changes at once: both happen in turn or one is told to read again', async () => {
  const trip = await owner.createTrip(smallTrip())
  const outcomes = await Promise.allSettled(
    ['calm', 'full', 'balanced', 'calm'].map((pace) => owner.request('PATCH', `/v1/trips/${trip.id}`, { pace })),
  )
  const saved = outcomes.filter(({ status }) => status === 'fulfilled').length
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ status: 409, problem: { code: 'version_conflict' } })
  const now = (await owner.request('GET', `/v1/trips/${trip.id}`)) as { version: number }
  expect(now.version).toBe(1 + saved)
})

test('pages of trips meet without a gap or a repeat, newest first', async () => {
  const reader = await Client.guest(stack.url)
  const made = []
  for (let n = 0; n < 5; n++) made.push((await reader.createTrip(smallTrip())).id)
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const page = (await reader.request('GET', `/v1/trips?limit=2${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`)) as {
      items: { id: string }[]
      nextCursor: string | null
    }
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  expect(seen).toHaveLength(5)
  expect(new Set(seen)).toEqual(new Set(made))
})

test('an erased trip is gone for good', async () => {
  const trip = await owner.createTrip(smallTrip())
  await owner.request('DELETE', `/v1/trips/${trip.id}`)
  await expect(owner.request('GET', `/v1/trips/${trip.id}`)).rejects.toMatchObject({ status: 404 })
  expect(await rows(`SELECT id FROM trips WHERE id = '${trip.id}'`)).toEqual([])
})

test('an itinerary is on its trip once, and once taken off it is off for good, though its linking comes late or again', async () => {
  const trip = await owner.createTrip(smallTrip())
  const { userId } = (await owner.request('GET', '/v1/me')) as { userId: string }
  const { PROFILE } = (await stack.server.getWorker('yeojeong-itinerary').getEnv()) as unknown as { PROFILE: ProfileRpc }
  const ctx: CallContext = {
    requestId: 'req-1',
    traceparent: '00-00000000000000000000000000000001-0000000000000001-01',
    principal: { userId, role: 'guest' },
    deadlineAt: Date.now() + 30_000,
    language: 'en',
  }
  const [first, late] = ['itn_firstaaaaaaaaaaaaaaa', 'itn_lateaaaaaaaaaaaaaaaa']
  const linked = async (): Promise<unknown> =>
    ((await owner.request('GET', `/v1/trips/${trip.id}`)) as { itineraryIds: string[] }).itineraryIds
  for (let time = 0; time < 2; time++) await PROFILE.linkItinerary(ctx, trip.id, first)
  expect(await linked()).toEqual([first])
  for (let time = 0; time < 2; time++) await PROFILE.unlinkItinerary(ctx, trip.id, first)
  await PROFILE.linkItinerary(ctx, trip.id, first)
  await PROFILE.unlinkItinerary(ctx, trip.id, late)
  await PROFILE.linkItinerary(ctx, trip.id, late)
  expect(await linked()).toEqual([])
})
