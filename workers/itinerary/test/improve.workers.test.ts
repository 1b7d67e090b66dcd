import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { expect, test, vi } from 'vitest'
import { breaksForGood, calls, diesAfter, diesBefore, gate, isLate, losesItsAnswer, once, plant, type Fault } from './faults.ts'
import { contextOf } from './fixture.ts'
import { env, plan, planToTheEnd, rows, service, someone, storedView, untilEnded, type Someone } from './planning.ts'

const sagaOf = ({ itineraryId }: Someone) => env.ITINERARY_SAGA.getByName(itineraryId)
const events = async ({ itineraryId }: Someone): Promise<string[]> =>
  (await rows<{ type: string }>('SELECT type FROM events WHERE itinerary_id = ? ORDER BY version', itineraryId)).map(({ type }) => type)
const kept = (who: Someone): Promise<unknown[]> =>
  runInDurableObject(sagaOf(who), (_saga, { storage }) => [
    ...storage.sql.exec('SELECT name FROM sealed').toArray(),
    ...storage.kv.list({ prefix: 'improvement' }),
  ])
/** The pause after an attempt that failed is not waited for. */
const hurry = (who: Someone): Promise<unknown> =>
  runInDurableObject(sagaOf(who), async (_saga, { storage }) => {
    const ledger = storage.kv.get<{ left: number }>('improvement')
    if (ledger === undefined) return
    storage.kv.put('improvement', { ...ledger, dueAt: 0 })
    await storage.setAlarm(Date.now())
  })

async function cutShort(improving?: Fault): Promise<Someone> {
  const who = await someone()
  plant(who.itineraryId, 'solve/run', isLate)
  if (improving !== undefined) plant(who.itineraryId, 'improve/run', improving)
  await plan(who)
  return who
}
const improved = ['ItineraryPlanned', 'PlanImproved']

test('a plan that was cut short is shown, gone on with, and replaced by a better one that its traveller can take back', async () => {
  const { fault, reached, open } = gate()
  const who = await cutShort(fault)
  expect(await untilEnded(who)).toMatchObject({ status: 'ready', version: 1 })
  const before = (await storedView(who.itineraryId)).view!
  expect(before).toMatchObject({ status: 'ready', version: 1 })
  await reached
  open()
  await expect.poll(() => events(who), { timeout: 20_000 }).toEqual(improved)
  await expect.poll(async () => (await storedView(who.itineraryId)).view?.version, { timeout: 20_000 }).toBe(2)
  const score = async (): Promise<number> => {
    const answer = await service.alternatives(contextOf(who.userId), who.itineraryId, null)
    return answer.ok ? answer.value.plans![0]!.score! : NaN
  }
  const improvedScore = await score()
  expect(await service.history(contextOf(who.userId), who.itineraryId, {} as never)).toMatchObject({
    value: { items: [{ version: 2, type: 'PlanImproved', actorId: who.userId, command: { type: 'Improve' } }, { version: 1 }] },
  })
  const undo = {
    itineraryId: who.itineraryId,
    key: 'take-it-back',
    baseVersion: 2,
    command: { type: 'Undo' },
    force: false,
    dryRun: false,
  } as const
  expect(await service.edit(contextOf(who.userId), undo)).toMatchObject({ ok: true, value: { version: 3, view: { days: before.days } } })
  expect(await score()).toBeLessThan(improvedScore)
  await expect.poll(() => kept(who)).toEqual([])
})

test('a plan that was not cut short is not gone on with', async () => {
  const who = await someone()
  await planToTheEnd(who)
  expect(await kept(who)).toEqual([])
  expect(calls.get(who.itineraryId)).not.toContain('improve/run')
})

test('what a traveller has changed meanwhile is not overtaken', async () => {
  const { fault, reached, open } = gate()
  const who = await cutShort(fault)
  await untilEnded(who)
  await reached
  const rename = { itineraryId: who.itineraryId, key: 'ours-by-now', baseVersion: 1, force: false, dryRun: false } as const
  expect(await service.edit(contextOf(who.userId), { ...rename, command: { type: 'Rename', title: 'Ours' } })).toMatchObject({ ok: true })
  open()
  await expect.poll(() => kept(who), { timeout: 20_000 }).toEqual([])
  expect(await events(who)).toEqual(['ItineraryPlanned', 'ItineraryRenamed'])
})

test.each<[string, Fault]>([
  ['its answer is lost', losesItsAnswer],
  ['the object dies before it', diesBefore],
  ['the object dies after it', diesAfter],
])('an improvement is made once although %s', async (_what, fault) => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const who = await cutShort(once(fault))
  expect(await untilEnded(who)).toMatchObject({ status: 'ready' })
  await expect.poll(async () => (await hurry(who).catch(() => null), kept(who).catch(() => null)), { timeout: 20_000 }).toEqual([])
  expect(await events(who)).toEqual(improved)
})

test('one that goes on failing is given up: the plan stays as it is, and nothing sealed is left', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const who = await cutShort(breaksForGood)
  await untilEnded(who)
  await expect.poll(async () => (await hurry(who), kept(who)), { timeout: 20_000 }).toEqual([])
  expect(calls.get(who.itineraryId)!.filter((call) => call === 'improve/run')).toHaveLength(3)
  expect(await events(who)).toEqual(['ItineraryPlanned'])
})

test('an object evicted in between goes on with it, and one erased in between leaves nothing', async () => {
  const who = await cutShort()
  await untilEnded(who)
  await evictDurableObject(sagaOf(who)).catch(() => undefined)
  await expect.poll(() => events(who), { timeout: 20_000 }).toEqual(improved)
  const { fault, reached, open } = gate()
  const other = await cutShort(fault)
  await untilEnded(other)
  await reached
  await service.erase(contextOf(other.userId), other.itineraryId)
  open()
  await expect.poll(() => events(other), { timeout: 20_000 }).toEqual([])
  await expect.poll(async () => (await storedView(other.itineraryId)).view, { timeout: 20_000 }).toBeNull()
})
