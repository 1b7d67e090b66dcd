import {
  createExecutionContext,
  createMessageBatch,
  createScheduledController,
  getQueueResult,
  waitOnExecutionContext,
} from 'cloudflare:test'
import type { ProjectionHint } from '@yeojeong/contracts'
import { expect, test, vi } from 'vitest'
import { background } from '../src/background.ts'
import { changeItinerary } from '../src/commands/change-itinerary.ts'
import { depsOf } from '../src/deps.ts'
import { env, planToTheEnd, rows, someone, storedView, type Someone } from './planning.ts'

const deps = depsOf(env)
const hint = (itineraryId: string, version: number): ProjectionHint => ({ type: 'ItineraryChanged', itineraryId, version })

async function deliver(...bodies: unknown[]) {
  const batch = createMessageBatch(
    'itinerary-events',
    bodies.map((body, index) => ({ id: `m${index}`, timestamp: new Date(), attempts: 1, body })),
  )
  const ctx = createExecutionContext()
  await background.queue(batch, env)
  return getQueueResult(batch, ctx)
}

/** A change whose hint never reaches the queue, left lying since long ago. */
async function changeUnheard({ itineraryId, userId }: Someone) {
  const hints = { send: () => Promise.reject(new Error('lost')), sendBatch: () => Promise.reject(new Error('lost')) }
  const command = { type: 'WithdrawItinerary', failure: 'broken' } as const
  await changeItinerary({ ...deps, hints, now: () => 1_000 }, command, { itineraryId, actor: userId, cause: 'test' })
}

test('copies of a hint and hints of the past write nothing', async () => {
  const who = await someone()
  await planToTheEnd(who)
  const before = await storedView(who.itineraryId)
  const result = await deliver(hint(who.itineraryId, 1), hint(who.itineraryId, 1), hint(who.itineraryId, 1))
  expect(result.explicitAcks.sort()).toEqual(['m0', 'm1', 'm2'])
  expect(await storedView(who.itineraryId)).toEqual(before)
})

test('hints in any order end in the newest view, and what was owed is settled', async () => {
  const who = await someone()
  await planToTheEnd(who)
  await changeUnheard(who)
  await deliver(hint(who.itineraryId, 2), hint(who.itineraryId, 1), hint(who.itineraryId, 2))
  await vi.waitFor(async () => expect((await storedView(who.itineraryId)).view).toBeNull(), { timeout: 10_000, interval: 50 })
  await vi.waitFor(async () => expect(await rows('SELECT * FROM outbox WHERE itinerary_id = ?', who.itineraryId)).toEqual([]), {
    timeout: 10_000,
    interval: 50,
  })
})

test('a hint that got lost is sent again by the sweeper', async () => {
  const who = await someone()
  await planToTheEnd(who)
  await changeUnheard(who)
  const ctx = createExecutionContext()
  await background.scheduled(createScheduledController(), env)
  await waitOnExecutionContext(ctx)
  await vi.waitFor(async () => expect(await rows('SELECT * FROM outbox WHERE itinerary_id = ?', who.itineraryId)).toEqual([]), {
    timeout: 10_000,
    interval: 50,
  })
  expect((await storedView(who.itineraryId)).view).toBeNull()
})

test('a message nobody can read is put aside, and delays no other', async () => {
  const who = await someone()
  await planToTheEnd(who)
  const result = await deliver({ type: 'Gibberish' }, hint(who.itineraryId, 1))
  expect(result.explicitAcks.sort()).toEqual(['m0', 'm1'])
  expect(result.retryMessages).toEqual([])
})
