import { runInDurableObject } from 'cloudflare:test'
import { derivedId } from '@yeojeong/worker-kit'
import { expect, test } from 'vitest'
import { gate, plant } from './faults.ts'
import { links } from './fakes.ts'
import { contextOf, SECRETS, WEEKDAY_MUSEUM } from './fixture.ts'
import { env, plan, planToTheEnd, requestOf, rows, service, someone, storedView, untilEnded, watchToTheEnd } from './planning.ts'

const eventsOf = (id: string) =>
  rows<{ type: string; version: number }>('SELECT version, type FROM events WHERE itinerary_id = ? ORDER BY version', id)

test('an accepted planning becomes a view that its owner can read', async () => {
  const who = await someone()
  const { userId, tripId, itineraryId } = who
  expect(await plan(who)).toEqual({ ok: true, value: { itineraryId, tripId, status: 'planning' } })
  expect(await untilEnded(who)).toMatchObject({ status: 'ready', percent: 100, version: 1, failure: null })

  const { view, metadata } = await storedView(itineraryId)
  expect(view).toMatchObject({
    id: itineraryId,
    tripId,
    version: 1,
    status: 'ready',
    title: SECRETS.title,
    travellers: { mbr_halmoni: SECRETS.name },
  })
  expect(view?.days.map(({ date }) => date)).toEqual(['2026-05-16', '2026-05-17'])
  const visited = view!.days.flatMap(({ stops }) => stops.flatMap(({ placeId }) => placeId ?? []))
  expect(visited.length).toBeGreaterThan(3)
  expect(Object.keys(view!.places).sort()).toEqual([...new Set(visited)].sort())
  expect(view!.days[0]!.stops[0]!.startAt).toMatch(/^2026-05-16T10:\d\d:00\+09:00$/)
  expect(metadata).toMatchObject({ ownerId: userId, version: 1 })

  expect(await eventsOf(itineraryId)).toEqual([{ version: 1, type: 'ItineraryPlanned' }])
  expect([...links.get(tripId)!]).toEqual([itineraryId])
  expect(await rows('SELECT * FROM outbox WHERE itinerary_id = ?', itineraryId)).toEqual([])
  expect(await service.read(contextOf(userId), itineraryId)).toEqual({ ok: true, value: { role: 'owner', view } })
})

test('whoever watches sees the steps go by in order and a first draft of the days before the end', async () => {
  const who = await someone()
  const { fault, reached, open } = gate()
  plant(who.itineraryId, 'snapshot/run', fault)
  await plan(who)
  await reached
  const watching = watchToTheEnd(who.userId, who.itineraryId)
  open()
  const seen = await watching
  const percents = seen.map(({ percent }) => percent)
  expect(percents).toEqual([...percents].sort((a, b) => a - b))
  expect([...new Set(seen.map(({ step }) => step))]).toEqual([
    'snapshot',
    'open',
    'reserve',
    'gather',
    'verify',
    'curate',
    'solve',
    'commit',
    'link',
    'publish',
    null,
  ])
  const drafted = seen.find(({ draft }) => draft !== null)
  expect(drafted).toMatchObject({ status: 'planning', step: 'solve' })
  expect(drafted!.draft!.length).toBe(2)
})

test('who comes after the end is told the end at once', async () => {
  const who = await someone()
  const end = await planToTheEnd(who)
  expect(await watchToTheEnd(who.userId, who.itineraryId)).toEqual([end])
})

test('a repeated command is one itinerary, however often and whenever it comes', async () => {
  const who = await someone()
  const answers = await Promise.all([plan(who), plan(who), plan(who), plan(who)])
  expect(new Set(answers.map((answer) => answer.ok && answer.value.itineraryId))).toEqual(new Set([who.itineraryId]))
  await untilEnded(who)
  expect(await plan(who)).toMatchObject({ ok: true, value: { itineraryId: who.itineraryId, status: 'ready' } })
  expect(await eventsOf(who.itineraryId)).toHaveLength(1)
  expect(await rows('SELECT itinerary_id FROM reservations WHERE user_id = ?', who.userId)).toHaveLength(1)
  expect([...links.get(who.tripId)!]).toEqual([who.itineraryId])
})

test('the same key for a different request is refused', async () => {
  const who = await someone()
  await planToTheEnd(who)
  expect(await plan(who, { pace: 'calm' })).toMatchObject({ ok: false, error: { code: 'idempotency_key_reused' } })
})

test('an impossible request ends as infeasible, with what conflicts and what would do', async () => {
  const who = await someone()
  expect(await planToTheEnd(who, { mustSee: [WEEKDAY_MUSEUM] })).toMatchObject({ status: 'infeasible', failure: null, version: 1 })
  const { view } = await storedView(who.itineraryId)
  expect(view).toMatchObject({ status: 'infeasible', version: 1, days: [], title: SECRETS.title })
  expect(view!.infeasible!.conflict.map(({ code }) => code)).toContain('conflict-must-see')
  expect(view!.infeasible!.relaxations).toContainEqual({ code: 'relax-drop-must-see', params: expect.objectContaining({}) })
  expect(await eventsOf(who.itineraryId)).toEqual([{ version: 1, type: 'ItineraryDeclined' }])
  expect([...links.get(who.tripId)!]).toEqual([who.itineraryId])
})

test('what has been accepted can be read at once, as being planned', async () => {
  const who = await someone()
  const { fault, reached, open } = gate()
  plant(who.itineraryId, 'snapshot/run', fault)
  await plan(who)
  await reached
  const early = await service.read(contextOf(who.userId), who.itineraryId)
  expect(early).toMatchObject({
    ok: true,
    value: { role: 'owner', view: { status: 'planning', version: 0, title: 'Fixture Town', startDate: '2026-05-16', days: [] } },
  })
  open()
  await untilEnded(who)
})

test("nobody plans, reads or watches what is somebody else's, and operators may look", async () => {
  const who = await someone()
  const stranger = await someone()
  const missing = { ok: false, error: { code: 'not_found' } }
  expect(await service.plan(contextOf(stranger.userId), { tripId: who.tripId, key: 'any-key-at-all', request: requestOf() })).toMatchObject(
    missing,
  )
  await planToTheEnd(who)
  expect(await service.read(contextOf(stranger.userId), who.itineraryId)).toMatchObject(missing)
  expect(await service.progress(contextOf(stranger.userId), who.itineraryId)).toMatchObject(missing)
  expect(await service.read(contextOf(stranger.userId), 'itn_thereisnosuchthing')).toMatchObject(missing)
  expect(await service.progress(contextOf(stranger.userId), 'itn_thereisnosuchthing')).toMatchObject(missing)
  expect(await service.read(contextOf('usr_operator', 'operator'), who.itineraryId)).toMatchObject({ ok: true })
})

test('asking about what was never planned leaves nothing stored', async () => {
  const { userId, itineraryId } = await someone()
  await service.read(contextOf(userId), itineraryId)
  await service.progress(contextOf(userId), itineraryId)
  const tables = await runInDurableObject(env.ITINERARY_SAGA.getByName(itineraryId), (_saga, { storage }) =>
    storage.sql.exec<{ name: string }>("SELECT name FROM sqlite_master WHERE name IN ('journal', 'sealed')").toArray(),
  )
  expect(tables).toEqual([])
})

test('what does not fit the contract is answered with where it does not', async () => {
  const { userId, tripId } = await someone()
  const request = { ...requestOf(), fairness: 7 }
  expect(await service.plan(contextOf(userId), { tripId, key: 'short', request })).toMatchObject({
    ok: false,
    error: { code: 'validation_failed', errors: [{ pointer: '/key' }, { pointer: '/request/fairness' }] },
  })
  expect(await service.read(contextOf(userId), 'trp_notanitinerary')).toMatchObject({ ok: false, error: { code: 'validation_failed' } })
})

test('a full day ends a planning as quota_exceeded, and costs nothing of the next one', async () => {
  const who = await someone()
  const day = new Date().toISOString().slice(0, 10)
  const { ITINERARY_DB } = env
  const held = (n: number) =>
    ITINERARY_DB.prepare("INSERT INTO reservations VALUES (?, ?, ?, 'held')").bind(who.userId, day, `itn_held${n}`)
  await ITINERARY_DB.batch(Array.from({ length: 50 }, (_, n) => held(n)))
  expect(await planToTheEnd(who)).toMatchObject({ status: 'failed', failure: 'quota_exceeded' })
  expect(await service.read(contextOf(who.userId), who.itineraryId)).toMatchObject({
    ok: true,
    value: { view: { status: 'failed', failure: 'quota_exceeded' } },
  })
  await ITINERARY_DB.prepare("UPDATE reservations SET state = 'released' WHERE itinerary_id = 'itn_held1' AND user_id = ?")
    .bind(who.userId)
    .run()
  const key = 'another-key'
  const itineraryId = await derivedId('itn', who.userId, who.tripId, key)
  expect(await planToTheEnd({ ...who, key, itineraryId })).toMatchObject({ status: 'ready' })
})

test('the service says that it is well', async () => {
  expect(await service.health()).toMatchObject({ service: 'itinerary', state: 'ok' })
})
