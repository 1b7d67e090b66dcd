import { runInDurableObject } from 'cloudflare:test'
import { kvKeys } from '@yeojeong/contracts'
import { expect, test, vi } from 'vitest'
import { depsOf } from '../src/deps.ts'
import { reconcile } from '../src/operations/reconcile.ts'
import { watchPlannings } from '../src/operations/watch-plannings.ts'
import { breaksForGood, calls, clearFaults, gate, plant } from './faults.ts'
import { links } from './fakes.ts'
import { contextOf } from './fixture.ts'
import { env, plan, planToTheEnd, rows, service, someone, storedView, untilEnded, type Someone } from './planning.ts'

const deps = depsOf(env)
const operator = contextOf('usr_operator1', 'operator')
const later = (ms: number) => ({ ...deps, now: () => Date.now() + ms })
const left = async ({ itineraryId }: Someone) => ({
  rows: await rows('SELECT id FROM itineraries WHERE id = ?', itineraryId),
  events: await rows('SELECT version FROM events WHERE itinerary_id = ?', itineraryId),
  view: (await storedView(itineraryId)).view,
  object: await deps.sagaOf(itineraryId).describe(),
})
const nothing = { rows: [], events: [], view: null, object: null }

async function halted(): Promise<Someone> {
  const who = await someone()
  plant(who.itineraryId, 'publish/run', breaksForGood)
  plant(who.itineraryId, 'link/undo', breaksForGood)
  expect((await planToTheEnd(who)).status).toBe('needs_attention')
  await expect
    .poll(() => rows('SELECT kind, step, code FROM attention WHERE itinerary_id = ?', who.itineraryId))
    .toEqual([{ kind: 'needs_attention', step: 'link', code: 'broken' }])
  return who
}

test('a planning that its user cancels is taken back, newest first, and says so', async () => {
  const who = await someone()
  const { fault, reached, open } = gate()
  plant(who.itineraryId, 'link/run', fault)
  await plan(who)
  await reached
  expect(await service.cancel(contextOf('usr_stranger1'), who.itineraryId)).toMatchObject({ ok: false, error: { code: 'not_found' } })
  expect(await service.cancel(contextOf(who.userId), who.itineraryId)).toMatchObject({ ok: true })
  open()
  expect(await untilEnded(who)).toMatchObject({ status: 'failed', failure: 'cancelled' })
  expect(calls.get(who.itineraryId)!.slice(-4)).toEqual(['link/undo', 'commit/undo', 'reserve/undo', 'open/undo'])
  expect([...(links.get(who.tripId) ?? [])]).toEqual([])
  expect(await service.cancel(contextOf(who.userId), who.itineraryId)).toMatchObject({ ok: true })
})

test('a planning that has ended well is not cancelled any more', async () => {
  const who = await someone()
  await planToTheEnd(who)
  expect(await service.cancel(contextOf(who.userId), who.itineraryId)).toMatchObject({ ok: false, error: { code: 'too_late' } })
})

test('an erased itinerary leaves nothing, and a late hint brings nothing back', async () => {
  const who = await someone()
  await planToTheEnd(who)
  expect(await service.erase(contextOf(who.userId), who.itineraryId)).toEqual({ ok: true, value: null })
  await expect.poll(() => left(who)).toEqual(nothing)
  await deps.sagaOf(who.itineraryId).project(7)
  await deps.sagaOf(who.itineraryId).republish()
  expect(await left(who)).toEqual(nothing)
  const tables = await runInDurableObject(deps.sagaOf(who.itineraryId), (_saga, state) =>
    state.storage.sql.exec("SELECT name FROM sqlite_master WHERE name IN ('journal', 'sealed')").toArray(),
  )
  expect(tables).toEqual([])
})

test('a trip is forgotten with all its itineraries, also one that is being planned', async () => {
  const done = await someone()
  await planToTheEnd(done)
  const during = { ...done, key: `${done.key}-2`, itineraryId: '' }
  const { fault, reached, open } = gate()
  const { derivedId } = await import('@yeojeong/worker-kit')
  during.itineraryId = await derivedId('itn', done.userId, done.tripId, during.key)
  plant(during.itineraryId, 'commit/run', fault)
  await plan(during)
  await reached
  expect(await service.forgetTrip(contextOf('usr_stranger1'), done.tripId)).toEqual({ ok: true, value: null })
  expect((await left(done)).rows).toHaveLength(1)
  expect(await service.forgetTrip(contextOf(done.userId), done.tripId)).toEqual({ ok: true, value: null })
  open()
  await expect.poll(() => left(done)).toEqual(nothing)
  await expect.poll(() => left(during)).toEqual(nothing)
})

test('an operator sees a halted planning with its journal and has it tried again until it is undone', async () => {
  const who = await halted()
  const overview = await service.opsOverview(operator)
  expect(overview.ok && overview.value.attention.map(({ itineraryId }) => itineraryId)).toContain(who.itineraryId)
  const report = await service.opsSaga(operator, who.itineraryId)
  expect(report).toMatchObject({
    ok: true,
    value: { status: 'needs_attention', step: 'link', undo: ['link', 'commit', 'reserve', 'open'] },
  })
  clearFaults(who.itineraryId)
  expect(await service.opsResolve(operator, who.itineraryId, { action: 'retry' })).toMatchObject({ ok: true })
  expect(await untilEnded(who)).toMatchObject({ status: 'failed', failure: 'broken' })
  await expect.poll(() => rows('SELECT * FROM attention WHERE itinerary_id = ?', who.itineraryId)).toEqual([])
  expect(await service.opsResolve(operator, who.itineraryId, { action: 'retry' })).toMatchObject({ ok: false, error: { code: 'too_late' } })
})

test('an operator leaves out what cannot be undone and says why; the rest is undone, and the words are kept', async () => {
  const who = await halted()
  await service.opsResolve(operator, who.itineraryId, { action: 'skip', reason: 'unlinked by hand' })
  expect(await untilEnded(who)).toMatchObject({ status: 'failed' })
  expect(calls.get(who.itineraryId)!.slice(-3)).toEqual(['commit/undo', 'reserve/undo', 'open/undo'])
  const report = await service.opsSaga(operator, who.itineraryId)
  expect(report.ok && report.value.journal).toContainEqual(
    expect.objectContaining({ type: 'CompensationSkipped', step: 'link', by: 'usr_operator1', reason: 'unlinked by hand' }),
  )
})

test('an operator ends a halted planning as it is', async () => {
  const who = await halted()
  expect(await service.opsResolve(operator, who.itineraryId, { action: 'fail', reason: 'the store is gone' })).toMatchObject({
    ok: true,
    value: { status: 'failed', undo: [] },
  })
})

test.each(['guest', 'user', 'system'] as const)('the operator’s desk is closed to a %s', async (role) => {
  const ctx = contextOf('usr_someone1', role)
  for (const answer of [
    await service.opsOverview(ctx),
    await service.opsSaga(ctx, 'itn_aaaaaaaaaaaa'),
    await service.opsResolve(ctx, 'itn_aaaaaaaaaaaa', { action: 'retry' }),
  ])
    expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } })
})

test('a planning that does not end in time is woken, and reported until it has', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const who = await someone()
  const { fault, reached, open } = gate()
  plant(who.itineraryId, 'gather/run', fault)
  await plan(who)
  await reached
  await watchPlannings(deps)
  expect(await rows('SELECT * FROM attention WHERE itinerary_id = ?', who.itineraryId)).toEqual([])
  await watchPlannings(later(11 * 60_000))
  expect(await rows('SELECT kind, step, code FROM attention WHERE itinerary_id = ?', who.itineraryId)).toEqual([
    { kind: 'stuck', step: 'gather', code: 'not_moving' },
  ])
  open()
  await untilEnded(who)
})

test('a view that names a reader who is none any more, or lacks one, is found by its access list and written again', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const who = await someone()
  await planToTheEnd(who)
  const differs = async (): Promise<boolean> => {
    warned.mockClear()
    await env.ITINERARY_DB.prepare("UPDATE jobs SET cursor = ''").run()
    await reconcile(later(180_000), 1_000)
    return warned.mock.calls.some(([line]) => /reconcile\.differs/.test(String(line)) && String(line).includes(who.itineraryId))
  }
  expect(await differs()).toBe(false)
  const right = await storedView(who.itineraryId)
  const { writtenAt: _at, ...access } = right.metadata as { writtenAt: number }
  const { userId } = contextOf('usr_shownout1').principal
  const key = kvKeys.itineraryView(who.itineraryId)
  await env.ITINERARY_VIEWS.put(key, JSON.stringify(right.view), { metadata: { ...access, writtenAt: 7, others: [[userId, 'e', 0]] } })
  expect(await differs()).toBe(true)
  await expect
    .poll(async () => (await storedView(who.itineraryId)).metadata, { timeout: 5_000 })
    .toEqual({
      ...access,
      writtenAt: expect.any(Number),
    })
  expect(await differs()).toBe(false)
})

test('a view that is missing, old or not what is stored is found by its version and its hash, written again, and counted', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const who = await someone()
  await planToTheEnd(who)
  const right = await storedView(who.itineraryId)
  const key = kvKeys.itineraryView(who.itineraryId)
  const old = { ...right.view!, version: 0 }
  const wrong = { ...right.view!, title: 'Another trip' }
  for (const shown of [null, JSON.stringify(old), JSON.stringify(wrong), 'not even JSON']) {
    await env.ITINERARY_DB.prepare("UPDATE jobs SET cursor = ''").run()
    if (shown === null) await env.ITINERARY_VIEWS.delete(key)
    else await env.ITINERARY_VIEWS.put(key, shown, { metadata: right.metadata as object })
    const before = (await deps.operations.job('reconcile-views'))?.repaired ?? 0
    expect((await reconcile(later(180_000), 1_000)).repaired).toBeGreaterThan(0)
    await expect.poll(async () => (await storedView(who.itineraryId)).view, { timeout: 5_000 }).toEqual(right.view)
    expect((await deps.operations.job('reconcile-views'))!.repaired).toBeGreaterThan(before)
  }
  expect((await reconcile(later(180_000), 1_000)).repaired).toBe(0)
  const overview = await service.opsOverview(operator)
  expect(overview.ok && overview.value.reconcile.rounds).toBeGreaterThan(4)
})
