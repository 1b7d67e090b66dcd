import type { CommandAnswer, CommandRequest, HistoryPage, ItineraryView, PlanSummary, Problem, StopView, Trip } from '@yeojeong/contracts'
import type * as z from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ApiProblem, Client } from '../../tools/stack/client.ts'
import { startTestStack, type Stack } from '../stack/harness.ts'
import { example, plannedTrip, smallTrip } from '../stack/trips.ts'

let stack: Stack
beforeAll(async () => {
  stack = await startTestStack()
}, 120_000)
afterAll(() => stack?.close())

type Command = z.input<typeof CommandRequest>['command']
type Planned = { readonly client: Client; readonly tripId: string; readonly id: string; view: ItineraryView }

async function planned(name = 'seoul-family'): Promise<Planned> {
  const client = await Client.guest(stack.url)
  const view = await plannedTrip(client, example(name))
  return { client, tripId: view.tripId, id: view.id, view }
}

/** Sends a command on the version the page shows, and shows what comes back. */
async function send(
  page: Planned,
  command: Command,
  more: Partial<z.input<typeof CommandRequest>> = {},
  headers = {},
): Promise<CommandAnswer> {
  const body = { baseVersion: page.view.version, command, ...more }
  const answer = (await page.client.request('POST', `/v1/itineraries/${page.id}/commands`, body, headers)) as CommandAnswer
  if (!body.dryRun) page.view = answer.view
  return answer
}
async function refusal(of: Promise<unknown>): Promise<Problem> {
  const error: unknown = await of.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof ApiProblem)) throw new Error('was not refused')
  return error.problem as Problem
}
const stops = (view: ItineraryView): (StopView & { day: number })[] =>
  view.days.flatMap(({ index, stops: of }) => of.map((stop) => ({ ...stop, day: index })))
const sights = (view: ItineraryView) => stops(view).filter(({ kind }) => kind === 'sight')
const shape = (view: ItineraryView): unknown =>
  view.days.map((day) => day.stops.map(({ id, startAt, endAt, note }) => [id, startAt, endAt, note]))

describe('an edit', () => {
  let page: Planned
  beforeAll(async () => {
    page = await planned()
  }, 60_000)

  test('answers with the new version and the view, and whoever names that version reads it at once', async () => {
    const [sight] = sights(page.view)
    const { version, changed } = await send(page, { type: 'SetNote', stopId: sight!.id, note: '창덕궁은 예약해야 함' })
    expect([version, changed]).toEqual([2, true])
    const read = await page.client.itinerary(page.id, version)
    expect(read).toEqual(page.view)
    expect(stops(read).find(({ id }) => id === sight!.id)?.note).toBe('창덕궁은 예약해야 함')
  })

  test('that breaks a rule is refused with what it would break, made all the same by force, and then shows what is broken', async () => {
    const first = sights(page.view).find(({ day }) => day === 1)
    const start = { type: 'SetDuration', stopId: first!.id, durationMin: 5 } as const
    const problem = await refusal(send(page, start))
    expect(problem).toMatchObject({ status: 422, code: 'rules_broken' })
    expect(problem.violations).toEqual(expect.arrayContaining([expect.objectContaining({ rule: 'stay-short', stopId: first!.id })]))
    const { violations } = await send(page, start, { force: true })
    expect(violations.map(({ rule }) => rule)).toContain('stay-short')
    expect(page.view.warnings).toContainEqual(
      expect.objectContaining({ code: 'rule-broken', stopId: first!.id, params: expect.objectContaining({ rule: 'stay-short' }) }),
    )
    expect(stops(page.view).find(({ id }) => id === first!.id)).toMatchObject({ pinned: { start: false, duration: true } })
    await send(page, { type: 'Undo' })
    expect(page.view.warnings.map(({ code }) => code)).not.toContain('rule-broken')
  })

  test('sets start and duration as one: one question about rules, one version, one undo', async () => {
    const before = shape(page.view)
    const sight = sights(page.view).find(({ day }) => day === 1)!
    const times = { type: 'SetTimes', stopId: sight.id, start: sight.startAt.slice(11, 16), durationMin: 5 } as const
    expect(await refusal(send(page, times))).toMatchObject({ status: 422, code: 'rules_broken' })
    const { version } = page.view
    expect(await send(page, times, { force: true })).toMatchObject({ version: version + 1 })
    expect(stops(page.view).find(({ id }) => id === sight.id)).toMatchObject({
      startAt: sight.startAt,
      pinned: { start: true, duration: true },
    })
    await send(page, { type: 'SetTimes', stopId: sight.id, durationMin: null }, { force: true })
    expect(stops(page.view).find(({ id }) => id === sight.id)).toMatchObject({ pinned: { start: true, duration: false } })
    await send(page, { type: 'Undo' })
    await send(page, { type: 'Undo' })
    expect(shape(page.view)).toEqual(before)
  })

  test('is taken back and brought back, and the history keeps every turn', async () => {
    const before = shape(page.view)
    const sight = sights(page.view).find(({ placeId }) => placeId !== 'plc_seoul_gyeongbokgung')
    const { difference } = await send(page, { type: 'RemoveStop', stopId: sight!.id }, { force: true })
    expect(difference.dropped.map(({ stopId }) => stopId)).toEqual([sight!.id])
    const after = shape(page.view)
    await send(page, { type: 'Undo' })
    expect(shape(page.view)).toEqual(before)
    expect(page.view.history).toEqual({ canUndo: true, canRedo: true })
    await send(page, { type: 'Redo' })
    expect(shape(page.view)).toEqual(after)
    await send(page, { type: 'Undo' })
    const { items } = (await page.client.request('GET', `/v1/itineraries/${page.id}/events?limit=4`)) as HistoryPage
    expect(items.map(({ type }) => type)).toEqual(['EditUndone', 'EditRedone', 'EditUndone', 'StopRemoved'])
    expect(items[3]).toMatchObject({ actorId: expect.stringMatching(/^usr_/), command: { type: 'RemoveStop', stopId: sight!.id } })
    expect(items[3]!.names).toEqual(sight!.names)
    const alone = (await page.client.request('GET', `/v1/itineraries/${page.id}/events?cursor=${items[2]!.version}&limit=1`)) as HistoryPage
    expect(alone.items.map(({ names }) => names)).toEqual([sight!.names])
  })

  test('of something that others changed meanwhile is a conflict that says what they did; one that touches nothing of it is made on the newest', async () => {
    const [first, second] = sights(page.view).filter(({ day }) => day === 0)
    const stale = page.view.version
    await send(page, { type: 'SetNote', stopId: first!.id, note: 'mine' })
    const problem = await refusal(send(page, { type: 'SetNote', stopId: first!.id, note: 'yours' }, { baseVersion: stale }))
    expect(problem).toMatchObject({
      status: 409,
      code: 'version_conflict',
      currentVersion: stale + 1,
      since: [{ version: stale + 1, command: { type: 'SetNote', stopId: first!.id, note: 'mine' } }],
    })
    const other = second ?? sights(page.view).find(({ day }) => day === 1)!
    const { version } = await send(page, { type: 'SetNote', stopId: other.id, note: 'also' }, { baseVersion: stale })
    expect(version).toBe(stale + 2)
    expect(stops(page.view).find(({ id }) => id === first!.id)?.note).toBe('mine')
  })

  test('repeated under its key changes nothing the second time', async () => {
    const [sight] = sights(page.view)
    const key = { 'idempotency-key': 'the-same-edit-twice' }
    const command = { type: 'SetNote', stopId: sight!.id, note: 'once' } as const
    const first = await send(page, command, {}, key)
    const again = await send(page, command, { baseVersion: first.version - 1 }, key)
    expect([again.version, again.view.version]).toEqual([first.version, first.version])
  })

  test('tried dry tells what would come of it, and changes nothing', async () => {
    const { version, ...before } = page.view
    const preview = await send(page, { type: 'Replan' }, { dryRun: true })
    expect(preview).toMatchObject({ changed: false, version })
    expect(preview.difference.kept.length + preview.difference.retimed.length + preview.difference.moved.length).toBeGreaterThan(0)
    expect(await page.client.itinerary(page.id, version)).toEqual({ version, ...before })
  })

  test('of what is locked, unknown or fixed is refused by name', async () => {
    const [sight] = sights(page.view)
    await send(page, { type: 'LockStop', stopId: sight!.id })
    expect(await refusal(send(page, { type: 'MoveStop', stopId: sight!.id, day: 1 }))).toMatchObject({ status: 409, code: 'stop_locked' })
    const lodging = stops(page.view).find(({ kind }) => kind === 'lodging')!
    expect(await refusal(send(page, { type: 'RemoveStop', stopId: lodging.id }))).toMatchObject({ status: 422, code: 'edit_impossible' })
    expect(await refusal(send(page, { type: 'RemoveStop', stopId: 'stp_nowhere' }))).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/command/stopId' }],
    })
    const there = sights(page.view)[1]!.placeId!
    expect(await refusal(send(page, { type: 'AddPlace', placeId: there, day: 0 }))).toMatchObject({ code: 'edit_impossible' })
    await send(page, { type: 'UnlockStop', stopId: sight!.id })
  })

  test('is nobody else’s to make, or to read about', async () => {
    const stranger = await Client.guest(stack.url)
    const theirs = { ...page, client: stranger }
    expect(await refusal(send(theirs, { type: 'Rename', title: 'mine now' }))).toMatchObject({ status: 404 })
    for (const path of ['events', 'alternatives'])
      expect(await refusal(stranger.request('GET', `/v1/itineraries/${page.id}/${path}`))).toMatchObject({ status: 404 })
    expect(await refusal(stranger.request('DELETE', `/v1/itineraries/${page.id}`))).toMatchObject({ status: 404 })
    for (const path of ['/ops/attention', `/ops/sagas/${page.id}`])
      expect(await refusal(page.client.request('GET', path))).toMatchObject({ status: 403 })
  })
})

test('a stop is swapped for one of its alternatives, and nothing of the plan breaks', async () => {
  const page = await planned('jeju-couple')
  for (const stop of stops(page.view).filter(({ kind }) => kind === 'sight' || kind === 'meal')) {
    const found = (await page.client.request('GET', `/v1/itineraries/${page.id}/alternatives?stop=${stop.id}`)) as {
      slot: { place: { id: string } }[]
    }
    if (found.slot.length === 0) continue
    const { view, violations } = await send(page, { type: 'SwapStop', stopId: stop.id, placeId: found.slot[0]!.place.id })
    expect(violations.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(stops(view).map(({ placeId }) => placeId)).toContain(found.slot[0]!.place.id)
    return
  }
  throw new Error('no stop had an alternative')
})

test('a replan keeps what is locked to the minute, with its note', async () => {
  const page = await planned()
  const kept = sights(page.view).find(({ day }) => day === 1)!
  await send(page, { type: 'LockStop', stopId: kept.id })
  await send(page, { type: 'SetNote', stopId: kept.id, note: 'stays' })
  await send(page, { type: 'Replan' })
  const now = stops(page.view).find(({ id }) => id === kept.id)
  expect(now).toMatchObject({ startAt: kept.startAt, endAt: kept.endAt, locked: true, note: 'stays' })
  await send(page, { type: 'Replan', day: 2 })
  expect(stops(page.view).find(({ id }) => id === kept.id)).toMatchObject({ startAt: kept.startAt, locked: true })
})

test('an itinerary says that its trip has changed, and a replan brings it up to date and tells the difference', async () => {
  const page = await planned()
  const trip = (await page.client.request('GET', `/v1/trips/${page.tripId}`)) as Trip
  expect(page.view.outOfDate).toBeNull()
  await page.client.request('PATCH', `/v1/trips/${page.tripId}`, { title: 'Only another name', startDate: trip.startDate })
  const child = trip.members.find(({ age }) => age !== undefined && age < 10)!
  await page.client.request('DELETE', `/v1/trips/${page.tripId}/members/${child.id}`)
  await expect.poll(async () => (await page.client.itinerary(page.id, 2)).outOfDate).toMatchObject({ plannedForTripVersion: 1 })
  page.view = await page.client.itinerary(page.id, 2)
  expect(page.view.title).toBe('Only another name')
  const { difference, view } = await send(page, { type: 'Replan' })
  expect(view.outOfDate).toBeNull()
  expect(view.members.map(({ travellerId }) => travellerId)).not.toContain(child.id)
  const told = [difference.kept.length, difference.moved.length, difference.retimed.length, difference.added.length]
  expect(told.reduce((sum, n) => sum + n)).toBe(
    stops(view).filter(({ kind }) => !['arrival', 'departure', 'lodging'].includes(kind)).length,
  )
})

test('three plans of different character come from one request, side by side', async () => {
  const client = await Client.guest(stack.url)
  const { id } = await client.createTrip(smallTrip())
  const accepted = await client.plan(id, { pace: 'balanced', alternatives: ['calm', 'balanced', 'full'] })
  expect(accepted.alternatives?.map(({ pace }) => pace)).toEqual(['calm', 'full'])
  for (const { itineraryId } of [accepted, ...accepted.alternatives!]) expect((await client.follow(itineraryId)).status).toBe('ready')
  const { plans } = (await client.request('GET', `/v1/itineraries/${accepted.itineraryId}/alternatives`)) as { plans: PlanSummary[] }
  expect(plans.map(({ pace }) => pace)).toEqual(['balanced', 'calm', 'full'])
  const sightsBy = Object.fromEntries(plans.map(({ pace, sights: count }) => [pace, count]))
  expect(sightsBy['calm']!).toBeLessThanOrEqual(sightsBy['full']!)
  expect((await client.itinerary(accepted.alternatives![0]!.itineraryId, 1)).pace).toBe('calm')
  expect(((await client.request('GET', `/v1/trips/${id}`)) as Trip).itineraryIds).toHaveLength(3)
})

test('an erased trip leaves nothing of its itineraries behind', async () => {
  const page = await planned('seoul-wheelchair')
  await send(page, { type: 'Rename', title: 'Soon forgotten' })
  await page.client.request('DELETE', `/v1/trips/${page.tripId}`)
  const env = (await stack.server.getWorker('yeojeong-itinerary').getEnv()) as {
    ITINERARY_DB: D1Like
    ITINERARY_VIEWS: { get(key: string): Promise<string | null> }
  }
  const left = async (): Promise<unknown[]> =>
    Promise.all(
      ['itineraries WHERE id', 'events WHERE itinerary_id', 'snapshots WHERE itinerary_id', 'outbox WHERE itinerary_id'].map(
        async (where) => (await env.ITINERARY_DB.prepare(`SELECT count(*) AS n FROM ${where} = ?`).bind(page.id).all()).results[0]?.['n'],
      ),
    )
  await expect.poll(left, { timeout: 10_000 }).toEqual([0, 0, 0, 0])
  expect(await env.ITINERARY_VIEWS.get(`view:itinerary:v1:${page.id}`)).toBeNull()
  expect(await refusal(page.client.itinerary(page.id))).toMatchObject({ status: 404 })
})
type D1Like = { prepare(sql: string): { bind(...values: unknown[]): { all(): Promise<{ results: Record<string, unknown>[] }> } } }

test('what the logs hold of all this: no note, no title', () => {
  const logs = JSON.stringify(stack.server.getLogs())
  for (const secret of ['창덕궁은 예약', 'Soon forgotten', 'Only another name']) expect(logs).not.toContain(secret)
})
