import type { ProjectionHint } from '@yeojeong/contracts'
import type { ItineraryCommand } from '@yeojeong/domain'
import { expect, test } from 'vitest'
import { changeItinerary } from '../src/commands/change-itinerary.ts'
import { depsOf } from '../src/deps.ts'
import { SNAPSHOT_EVERY } from '../src/store/event-stream.ts'
import { LEASE_MS } from '../src/store/outbox.ts'
import { briefOf, PLACES, SECRETS } from './fixture.ts'
import { env, rows, someone, type Someone } from './planning.ts'

const deps = depsOf(env)
const { destination, startDate, endDate } = briefOf('trp_any')
const frame = { destination, startDate, endDate }
const plan = { days: [], dropped: [], members: [], cost: { known: null, unknownStops: 0 }, warnings: [], score: 1 }
const recordPlan: ItineraryCommand = {
  type: 'RecordPlan',
  data: {
    frame,
    seed: 1,
    plan,
    places: [PLACES[0]!],
    provenance: { degraded: [], attribution: [] },
    asked: { pace: null, mustSee: [], avoid: [], avoidCategories: [], interests: [], fairness: 0.5 },
    basis: { version: 1, digest: 'one' },
    siblings: [],
  },
}
const withdraw: ItineraryCommand = { type: 'WithdrawItinerary', failure: 'broken' }

function newItinerary({ itineraryId, userId, tripId }: Someone) {
  return {
    id: itineraryId,
    ownerId: userId,
    tripId,
    frame,
    words: { title: SECRETS.title, travellers: { mbr_halmoni: SECRETS.name } },
    createdAt: 1_000,
  }
}
const about = ({ itineraryId, userId }: Someone, cause: string) => ({ itineraryId, actor: userId, cause })

test('an itinerary closed before it was opened stays closed', async () => {
  const who = await someone()
  const { words: _, ...row } = newItinerary(who)
  await deps.rows.close(row, 'broken', 2_000)
  await deps.rows.open(newItinerary(who))
  expect(await deps.rows.find(who.itineraryId)).toMatchObject({ status: 'failed', failure: 'broken', words: { title: '', travellers: {} } })
})

test('a title and names are stored so that only this itinerary can read them', async () => {
  const who = await someone()
  const other = await someone()
  await deps.rows.open(newItinerary(who))
  await deps.rows.open(newItinerary(other))
  const stored = await rows('SELECT * FROM itineraries')
  expect(JSON.stringify(stored)).not.toContain(SECRETS.name)
  expect(JSON.stringify(stored)).not.toContain(SECRETS.title)
  expect(await deps.rows.find(who.itineraryId)).toMatchObject({
    words: { title: SECRETS.title, travellers: { mbr_halmoni: SECRETS.name } },
  })
  await env.ITINERARY_DB.prepare('UPDATE itineraries SET sealed_words = (SELECT sealed_words FROM itineraries WHERE id = ?) WHERE id = ?')
    .bind(other.itineraryId, who.itineraryId)
    .run()
  await expect(deps.rows.find(who.itineraryId)).rejects.toThrow()
})

test('a place of the day is held once, released once, and not held again by who comes late', async () => {
  const { userId, itineraryId } = await someone()
  const mine = { userId, day: '2026-05-04', itineraryId }
  const another = { ...mine, itineraryId: 'itn_another' }
  expect(await deps.reservations.hold(mine, 1)).toBe(true)
  expect(await deps.reservations.hold(mine, 1)).toBe(true)
  expect(await deps.reservations.hold(another, 1)).toBe(false)
  await deps.reservations.release(mine)
  await deps.reservations.release(mine)
  expect(await deps.reservations.hold(mine, 1)).toBe(false)
  expect(await deps.reservations.hold(another, 1)).toBe(true)
})

test('a place released before it was held is not held at all', async () => {
  const { userId, itineraryId } = await someone()
  const mine = { userId, day: '2026-05-04', itineraryId }
  await deps.reservations.release(mine)
  expect(await deps.reservations.hold(mine, 50)).toBe(false)
  expect(await deps.reservations.hold({ ...mine, day: '2026-05-05' }, 50)).toBe(true)
})

test('the last place of a day goes to one of those who ask at the same time', async () => {
  const { userId } = await someone()
  const asked = await Promise.all(
    Array.from({ length: 8 }, (_, n) => deps.reservations.hold({ userId, day: '2026-05-04', itineraryId: `itn_n${n}` }, 3)),
  )
  expect(asked.filter(Boolean)).toHaveLength(3)
})

test('the same cause changes an itinerary once, and a lost race loses nothing', async () => {
  const who = await someone()
  await deps.rows.open(newItinerary(who))
  const answers = await Promise.all([1, 2, 3].map(() => changeItinerary(deps, recordPlan, about(who, 'commit'))))
  expect(answers).toEqual([1, 2, 3].map(() => ({ ok: true, value: { version: 1 } })))
  expect(await rows('SELECT version, type, cause, actor FROM events WHERE itinerary_id = ?', who.itineraryId)).toEqual([
    { version: 1, type: 'ItineraryPlanned', cause: 'commit', actor: who.userId },
  ])
  expect(await deps.rows.find(who.itineraryId)).toMatchObject({ status: 'ready', version: 1 })
})

test('a recording that arrives after the withdrawal changes nothing', async () => {
  const who = await someone()
  await deps.rows.open(newItinerary(who))
  expect(await changeItinerary(deps, withdraw, about(who, 'undo'))).toEqual({ ok: true, value: { version: 1 } })
  expect(await changeItinerary(deps, recordPlan, about(who, 'commit'))).toEqual({ ok: false, error: { code: 'withdrawn' } })
  const { state } = await deps.streams.load(who.itineraryId)
  expect(state).toMatchObject({ status: 'failed', version: 1 })
})

test('of two who decided on the same version one is told so, and neither half of its change is kept', async () => {
  const who = await someone()
  await deps.rows.open(newItinerary(who))
  const before = (await deps.streams.load(who.itineraryId)).state
  const append = (cause: string, failure: string) =>
    deps.streams.append({
      ...about(who, cause),
      before,
      events: [{ type: 'ItineraryWithdrawn', v: 1, data: { failure } }],
      at: 5_000,
      leaseUntil: 0,
    })
  expect(await append('a', 'first')).toMatchObject({ version: 1 })
  expect(await append('b', 'second')).toBe('conflict')
  expect(await deps.rows.find(who.itineraryId)).toMatchObject({ failure: 'first', version: 1 })
})

test('a hint that cannot be sent leaves the change in place, and is owed', async () => {
  const who = await someone()
  await deps.rows.open(newItinerary(who))
  const hints = { send: () => Promise.reject(new Error('queue down')), sendBatch: deps.hints.sendBatch }
  expect(await changeItinerary({ ...deps, hints, now: () => 1_000 }, recordPlan, about(who, 'commit'))).toEqual({
    ok: true,
    value: { version: 1 },
  })
  expect(await rows('SELECT version, lease_until FROM outbox WHERE itinerary_id = ?', who.itineraryId)).toEqual([
    { version: 1, lease_until: 1_000 + LEASE_MS },
  ])
})

test('what is owed is leased to one sweeper at a time, and again when the lease has run out', async () => {
  await env.ITINERARY_DB.prepare('DELETE FROM outbox').run()
  await env.ITINERARY_DB.batch(
    [1, 2, 3].map((n) => env.ITINERARY_DB.prepare('INSERT INTO outbox VALUES (?, ?, 0)').bind(`itn_owed${n}`, n)),
  )
  const [first, second] = await Promise.all([deps.outbox.lease(1_000), deps.outbox.lease(1_000)])
  const leased = [...first, ...second]
  expect(leased.map(({ itineraryId }) => itineraryId).sort()).toEqual(['itn_owed1', 'itn_owed2', 'itn_owed3'])
  expect(await deps.outbox.lease(1_000 + LEASE_MS)).toEqual([])
  expect(await deps.outbox.lease(1_001 + LEASE_MS)).toHaveLength(3)
  await deps.outbox.clear('itn_owed2', 1, 9e12)
  await deps.outbox.clear('itn_owed3', 3, 9e12)
  const left: ProjectionHint[] = await deps.outbox.lease(9e12)
  expect(left.map(({ itineraryId }) => itineraryId).sort()).toEqual(['itn_owed1', 'itn_owed2'])
})

test('what came to be owed after the view was read stays owed', async () => {
  await env.ITINERARY_DB.prepare("INSERT INTO outbox VALUES ('itn_owed4', 4, ?)")
    .bind(5_000 + LEASE_MS)
    .run()
  await deps.outbox.clear('itn_owed4', 4, 4_999)
  expect(await rows("SELECT version FROM outbox WHERE itinerary_id = 'itn_owed4'")).toEqual([{ version: 4 }])
  await deps.outbox.clear('itn_owed4', 4, 5_000)
  expect(await rows("SELECT version FROM outbox WHERE itinerary_id = 'itn_owed4'")).toEqual([])
})

test('what is read back is what the contract says, or an error', async () => {
  const who = await someone()
  await deps.rows.open(newItinerary(who))
  await env.ITINERARY_DB.prepare("INSERT INTO events VALUES (?, 1, 'ItineraryWithdrawn', 1, 0, '', '', '{\"failure\":7}')")
    .bind(who.itineraryId)
    .run()
  await expect(deps.streams.load(who.itineraryId)).rejects.toThrow(/failure/)
})

test('events are stored so that only this place in this stream can read them, and plain ones of before still can be', async () => {
  const who = await someone()
  const other = await someone()
  for (const one of [who, other]) {
    await deps.rows.open(newItinerary(one))
    await changeItinerary(deps, recordPlan, about(one, 'commit'))
  }
  const [stored] = await rows<{ data: string }>('SELECT data FROM events WHERE itinerary_id = ?', who.itineraryId)
  expect(stored!.data).toMatch(/^v1\./)
  await env.ITINERARY_DB.prepare('UPDATE events SET data = ? WHERE itinerary_id = ?').bind(stored!.data, other.itineraryId).run()
  await expect(deps.streams.load(other.itineraryId)).rejects.toThrow()
  const { asked: _a, basis: _b, siblings: _s, ...old } = (recordPlan as { data: object }).data as Record<string, unknown>
  await env.ITINERARY_DB.prepare('UPDATE events SET data = ?, v = 1 WHERE itinerary_id = ?')
    .bind(JSON.stringify(old), other.itineraryId)
    .run()
  expect((await deps.streams.load(other.itineraryId)).state).toMatchObject({ status: 'ready', seed: 1, basis: null, siblings: [] })
})

test('a long history is read from its last snapshot, and any version of it can still be had', async () => {
  const who = await someone()
  await deps.rows.open(newItinerary(who))
  await changeItinerary(deps, recordPlan, about(who, 'commit'))
  for (let n = 2; n <= 2 * SNAPSHOT_EVERY + 3; n++)
    await changeItinerary(deps, { type: 'NoteTripChange', basis: { version: n, digest: `d${n}` } }, about(who, `trip${n}`))
  expect(await rows('SELECT version FROM snapshots WHERE itinerary_id = ? ORDER BY version', who.itineraryId)).toEqual([
    { version: SNAPSHOT_EVERY },
    { version: 2 * SNAPSHOT_EVERY },
  ])
  // What a snapshot covers is not read again: nobody misses it.
  await env.ITINERARY_DB.prepare('UPDATE events SET data = ? WHERE itinerary_id = ? AND version <= ?')
    .bind('unreadable', who.itineraryId, 2 * SNAPSHOT_EVERY)
    .run()
  const { state, earlier } = await deps.streams.load(who.itineraryId, 'trip7')
  expect([state.version, earlier]).toEqual([2 * SNAPSHOT_EVERY + 3, 7])
  expect(await deps.streams.at(who.itineraryId, 2 * SNAPSHOT_EVERY + 1)).toMatchObject({
    newestTrip: { digest: `d${2 * SNAPSHOT_EVERY + 1}` },
  })
})

test('an error of the store says what went wrong and none of the values', async () => {
  const who = await someone()
  const error = await deps.rows.open({ ...newItinerary(who), tripId: null as never }).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(Error)
  const told = `${String(error)} ${String((error as Error).cause ?? '')}`
  expect(told).toContain('NOT NULL constraint failed')
  for (const value of [who.itineraryId, who.userId, 'Asia/Seoul']) expect(told).not.toContain(value)
})
