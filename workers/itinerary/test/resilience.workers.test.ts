import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { PLANNING_SPECS, PLANNING_STEPS, type PlanningStep } from '@yeojeong/domain'
import { expect, test } from 'vitest'
import { links } from './fakes.ts'
import { breaksForGood, calls, clearFaults, diesAfter, diesBefore, gate, losesItsAnswer, once, plant, type Fault } from './faults.ts'
import { contextOf, SECRETS } from './fixture.ts'
import { env, plan, planToTheEnd, rows, service, someone, storedView, untilEnded, type Someone } from './planning.ts'

const WRITES = PLANNING_SPECS.filter(({ undo }) => undo !== null).map(({ step }) => step)
const sagaOf = ({ itineraryId }: Someone) => env.ITINERARY_SAGA.getByName(itineraryId)

/** What a planning has left in the world. */
async function leftBy({ itineraryId, tripId }: Someone) {
  const [events, itineraries, reservations, { view }] = await Promise.all([
    rows<{ type: string }>('SELECT type FROM events WHERE itinerary_id = ? ORDER BY version', itineraryId),
    rows<{ status: string; failure: string | null }>('SELECT status, failure FROM itineraries WHERE id = ?', itineraryId),
    rows<{ state: string }>('SELECT state FROM reservations WHERE itinerary_id = ?', itineraryId),
    storedView(itineraryId),
  ])
  return {
    events: events.map(({ type }) => type),
    itineraries,
    reservations: reservations.map(({ state }) => state),
    linked: [...(links.get(tripId) ?? [])],
    view: view?.status ?? null,
  }
}
const allOfIt = ({ itineraryId }: Someone) => ({
  events: ['ItineraryPlanned'],
  itineraries: [{ status: 'ready', failure: null }],
  reservations: ['held'],
  linked: [itineraryId],
  view: 'ready',
})

/** One planning a step, all at once, each with the same fault at its own step. */
async function oneEach(steps: readonly PlanningStep[], fault: () => Fault): Promise<Map<PlanningStep, Someone>> {
  const planned = await Promise.all(
    steps.map(async (step) => {
      const who = await someone()
      plant(who.itineraryId, `${step}/run`, fault())
      await plan(who)
      return [step, who] as const
    }),
  )
  return new Map(planned)
}

const ONCE: { readonly [what: string]: Fault } = {
  'a failure that passes': async () => ({ ok: false, error: { code: 'provider_unavailable', retryable: true } }),
  'an effect whose answer is lost': losesItsAnswer,
  'the death of the object before its effect': diesBefore,
  'the death of the object after its effect': diesAfter,
}
for (const [what, fault] of Object.entries(ONCE)) {
  test(`${what}, at any step, costs nothing but time`, { timeout: 60_000 }, async () => {
    for (const [step, who] of await oneEach(PLANNING_STEPS, () => once(fault))) {
      expect(await untilEnded(who), step).toMatchObject({ status: 'ready', version: 1 })
      expect(await leftBy(who), step).toEqual(allOfIt(who))
      expect(
        calls.get(who.itineraryId)!.filter((call) => call === `${step}/run`),
        step,
      ).toHaveLength(2)
    }
  })
}

test('a step that fails for good leaves nothing behind: what was done is undone, newest first', { timeout: 60_000 }, async () => {
  for (const [step, who] of await oneEach(PLANNING_STEPS, () => breaksForGood)) {
    expect(await untilEnded(who), step).toMatchObject({ status: 'failed', failure: 'broken' })
    const registered = WRITES.filter((write) => PLANNING_STEPS.indexOf(write) <= PLANNING_STEPS.indexOf(step))
    const undone = calls.get(who.itineraryId)!.filter((call) => call.endsWith('/undo'))
    expect(undone, step).toEqual(registered.reverse().map((write) => `${write}/undo`))
    const { events, itineraries, reservations, linked, view } = await leftBy(who)
    expect({ linked, view }, step).toEqual({ linked: [], view: null })
    expect(itineraries, step).toEqual(step === 'snapshot' ? [] : [{ status: 'failed', failure: 'broken' }])
    expect(reservations, step).toEqual(registered.includes('reserve') ? ['released'] : [])
    expect(events.at(-1), step).toBe(registered.includes('commit') ? 'ItineraryWithdrawn' : undefined)
    expect(await service.read(contextOf(who.userId), who.itineraryId), step).toMatchObject({
      ok: true,
      value: { view: { status: 'failed', failure: 'broken' } },
    })
  }
})

test('a compensation that keeps failing needs a person, loudly, and keeps what that person will need', { timeout: 60_000 }, async () => {
  const who = await someone()
  plant(who.itineraryId, 'publish/run', breaksForGood)
  plant(who.itineraryId, 'link/undo', breaksForGood)
  expect(await planToTheEnd(who)).toMatchObject({ status: 'needs_attention', failure: 'broken' })
  expect(calls.get(who.itineraryId)!.filter((call) => call.endsWith('/undo'))).toEqual([
    'publish/undo',
    'link/undo',
    'link/undo',
    'link/undo',
  ])
  const sealed = await runInDurableObject(sagaOf(who), (_saga, state) =>
    state.storage.sql.exec("SELECT name FROM sealed WHERE name = 'input'").toArray(),
  )
  expect(sealed).toHaveLength(1)
})

test('a planning goes on where it was when its object is evicted between two attempts', { timeout: 60_000 }, async () => {
  const who = await someone()
  const failsTwice = (() => {
    let times = 0
    return (async (_job, effect) =>
      ++times <= 2 ? { ok: false, error: { code: 'provider_unavailable', retryable: true } } : effect()) satisfies Fault
  })()
  plant(who.itineraryId, 'gather/run', failsTwice)
  await plan(who)
  await evictDurableObject(sagaOf(who))
  expect(await untilEnded(who)).toMatchObject({ status: 'ready' })
  expect(await leftBy(who)).toEqual(allOfIt(who))
  expect(calls.get(who.itineraryId)!.filter((call) => call === 'snapshot/run')).toHaveLength(1)
})

test('the journal holds no name, no title and no diet in plain text, and nothing sealed once the planning has ended', async () => {
  const who = await someone()
  const { fault, reached, open } = gate()
  plant(who.itineraryId, 'publish/run', fault)
  await plan(who)
  await reached
  const during = await stored(who)
  expect(during.sealed.sort()).toEqual(['curate', 'gather', 'input', 'snapshot', 'solve', 'verify'])
  for (const secret of Object.values(SECRETS)) expect(during.text).not.toContain(secret)
  expect(during.text).toContain('PlanningAccepted')
  open()
  await untilEnded(who)
  const after = await stored(who)
  expect(after.sealed).toEqual([])
  for (const secret of Object.values(SECRETS)) expect(after.text).not.toContain(secret)
  clearFaults(who.itineraryId)
})

/** Every row and value the object keeps, as text. */
async function stored(who: Someone): Promise<{ sealed: string[]; text: string }> {
  return runInDurableObject(sagaOf(who), (_saga, state) => {
    const tables = state.storage.sql
      .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'")
      .toArray()
    const all = tables.map(({ name }) => state.storage.sql.exec(`SELECT * FROM ${name}`).toArray())
    const sealed = state.storage.sql.exec<{ name: string }>('SELECT name FROM sealed').toArray()
    return { sealed: sealed.map(({ name }) => name), text: JSON.stringify([all, [...state.storage.kv.list()]]) }
  })
}
