import type { DayView, ItineraryView, StopView } from '@yeojeong/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Client } from '../../tools/stack/client.ts'
import { startTestStack, type Stack } from '../stack/harness.ts'
import { example, smallTrip } from '../stack/trips.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startTestStack()
}, 120_000)
afterAll(() => stack?.close())

async function planned(name: string): Promise<{ client: Client; view: ItineraryView; tripId: string }> {
  const client = await Client.guest(stack.url)
  const { trip, plan } = example(name)
  const { id } = await client.createTrip(trip)
  const { itineraryId } = await client.plan(id, plan)
  const outcome = await client.follow(itineraryId)
  expect(outcome).toMatchObject({ status: 'ready', version: 1, percent: 100 })
  return { client, view: await client.itinerary(itineraryId, outcome.version), tripId: id }
}

const minuteOf = (moment: string): number => Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16))
const meals = (day: DayView): (string | null)[] => day.stops.filter(({ kind }) => kind === 'meal').map(({ meal }) => meal)
const visits = (view: ItineraryView): StopView[] => view.days.flatMap(({ stops }) => stops.filter(({ placeId }) => placeId !== null))

describe.each([
  ['seoul-family', 3],
  ['jeju-couple', 4],
  ['seoul-wheelchair', 3],
] as const)('examples/%s.json', (name, days) => {
  let view: ItineraryView
  beforeAll(async () => {
    view = (await planned(name)).view
  }, 60_000)

  test('has every day, from its first date to its last', () => {
    expect(view.days).toHaveLength(days)
    expect([view.days[0]?.date, view.days.at(-1)?.date]).toEqual([view.startDate, view.endDate])
  })
  test('finds every place open, from arrival to leaving', () => {
    for (const { open, startAt, endAt, hoursKnown } of visits(view)) {
      if (!hoursKnown || open === null) continue
      expect(
        startAt >= open.opensAt && startAt <= open.lastEntryAt && endAt <= open.closesAt,
        `${startAt} in ${JSON.stringify(open)}`,
      ).toBe(true)
    }
  })
  test('eats lunch and dinner at mealtimes on each full day', () => {
    for (const day of view.days.slice(1, -1)) expect(meals(day)).toEqual(['lunch', 'dinner'])
    for (const stop of visits(view).filter(({ meal }) => meal !== null)) {
      const [from, to] = stop.meal === 'lunch' ? [11 * 60, 13 * 60 + 30] : [17 * 60, 19 * 60 + 30]
      expect(minuteOf(stop.startAt)).toBeGreaterThanOrEqual(from)
      expect(minuteOf(stop.startAt)).toBeLessThanOrEqual(to)
    }
  })
  test('never goes anywhere without a way there, nor to the same place twice', () => {
    for (const { stops } of view.days) {
      for (const [index, stop] of stops.entries()) {
        const before = stops[index - 1]
        if (before === undefined) continue
        expect(stop.arriveAt >= before.endAt).toBe(true)
        const moved = before.position.lat !== stop.position.lat || before.position.lng !== stop.position.lng
        expect(stop.leg !== null, `${stop.id} reached by nothing`).toBe(moved)
      }
    }
    const ids = visits(view).map(({ placeId }) => placeId)
    expect(new Set(ids).size).toBe(ids.length)
  })
  test('gives every visit its facts and every sight its reasons', () => {
    for (const stop of visits(view)) {
      expect(view.places[stop.placeId!]?.sources).toBeDefined()
      expect(stop.reasons.length).toBeGreaterThan(0)
    }
  })
})

test("a grandmother and a child rest in the afternoon of each full day, and the child's day ends by eight", async () => {
  const { view } = await planned('seoul-family')
  for (const day of view.days.slice(1, -1)) {
    const rests = day.stops.filter(
      ({ kind, startAt }) => kind === 'rest' && minuteOf(startAt) >= 13 * 60 && minuteOf(startAt) <= 16 * 60 + 30,
    )
    expect(rests.length).toBeGreaterThan(0)
    expect(minuteOf(day.stops.at(-1)!.arriveAt)).toBeLessThanOrEqual(20 * 60)
  }
  expect(visits(view).map(({ placeId }) => placeId)).toContain('plc_seoul_gyeongbokgung')
})

test('vegetarians eat where vegetarians can', async () => {
  const { view } = await planned('jeju-couple')
  for (const { placeId } of visits(view).filter(({ kind }) => kind === 'meal'))
    expect(view.places[placeId!]?.food?.diets).toContain('vegetarian')
})

test('a wheelchair user is never led to a place not known to be step-free', async () => {
  const { view } = await planned('seoul-wheelchair')
  for (const { placeId } of visits(view)) expect(view.places[placeId!]?.stepFree, placeId!).toBe('yes')
})

test('the same trip, wishes and seed give the same days', async () => {
  const days = async (): Promise<unknown> => {
    const { view } = await planned('seoul-wheelchair')
    // People and stops have new ids in a new trip; everything else must be equal.
    return JSON.parse(JSON.stringify(view.days).replaceAll(/(mbr|stp)_[a-z0-9]+/g, '$1'))
  }
  expect(await days()).toEqual(await days())
})

test('the same Idempotency-Key plans once; another request under it is refused', async () => {
  const client = await Client.guest(stack.url)
  const { id } = await client.createTrip(smallTrip())
  const first = await client.plan(id, {}, 'plan-once-please')
  expect((await client.plan(id, {}, 'plan-once-please')).itineraryId).toBe(first.itineraryId)
  await expect(client.plan(id, { pace: 'full' }, 'plan-once-please')).rejects.toMatchObject({
    status: 422,
    problem: { code: 'idempotency_key_reused' },
  })
  await client.follow(first.itineraryId)
  expect(await client.request('GET', `/v1/trips/${id}`)).toMatchObject({ itineraryIds: [first.itineraryId] })
})

test('a wish that cannot be met is named, with a change that would help', async () => {
  const client = await Client.guest(stack.url)
  // Tuesday only, and the palace is closed on Tuesdays.
  const { id } = await client.createTrip({ ...smallTrip(), startDate: '2027-04-20', endDate: '2027-04-20' })
  const { itineraryId } = await client.plan(id, { mustSee: ['plc_seoul_gyeongbokgung'] })
  const outcome = await client.follow(itineraryId)
  expect(outcome.status).toBe('infeasible')
  const view = await client.itinerary(itineraryId, outcome.version)
  expect(JSON.stringify(view.infeasible?.conflict)).toContain('plc_seoul_gyeongbokgung')
  expect(view.infeasible?.relaxations.length).toBeGreaterThan(0)
})

test("a stranger reads neither the itinerary nor its progress, and the owner's 304 costs no body", async () => {
  const { client, view } = await planned('seoul-wheelchair')
  const stranger = await Client.guest(stack.url)
  await expect(stranger.itinerary(view.id)).rejects.toMatchObject({ status: 404 })
  await expect(stranger.follow(view.id)).rejects.toMatchObject({ status: 404 })
  const again = await fetch(`${stack.url}/v1/itineraries/${view.id}`, {
    headers: { authorization: `Bearer ${client.token}`, 'if-none-match': `"v${view.version}"` },
  })
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('what the logs hold of all this: no name, no age group, no condition', () => {
  const logs = JSON.stringify(stack.server.getLogs())
  for (const secret of ['할머니', '하준', '민서', 'knee', 'wheelchair', 'vegetarian']) expect(logs).not.toContain(secret)
})
