import type { PlaceQuery } from '@yeojeong/contracts'
import { env } from 'cloudflare:workers'
import { evictDurableObject, runInDurableObject } from 'cloudflare:test'
import { expect, test } from 'vitest'
import type { Call, Deps, Remote } from '../src/deps.ts'
import { depsIn } from '../src/deps.ts'
import { flightAt } from '../src/deps-of-env.ts'
import { newIsolate } from '../src/isolate.ts'
import { search } from '../src/places/search.ts'
import type { PlaceKv } from '../src/cache/store.ts'
import type { Adapter } from '../src/providers/adapter.ts'
import { settingsOf } from '../src/settings.ts'
import { adapter, placeOf } from './world.ts'

/** Isolates that share nothing but KV and the Durable Objects, as four Workers would. */
function isolates(
  count: number,
  provider: Adapter,
  answer: (question: PlaceQuery) => Promise<unknown>,
): { all: Deps[]; calls: () => number; settle: () => Promise<unknown> } {
  let calls = 0
  let id = 0
  const behind: Promise<unknown>[] = []
  const call = (async (_adapter: Adapter, _use: unknown, question: PlaceQuery) => {
    calls += 1
    return { outcome: { kind: 'ok' }, answer: { ok: true, value: await answer(question) }, calls: 1 }
  }) as unknown as Call
  const remote: Remote = {
    breaker: (name) => env.PROVIDER_BREAKER.getByName(name) as unknown as ReturnType<Remote['breaker']>,
    ledger: (name) => env.BUDGET_LEDGER.getByName(name),
    flight: (key) => flightAt(env.FLIGHT_LEASE, key),
  }
  const isolate = (): Deps =>
    depsIn({
      adapters: [provider],
      kv: env.PLACE_CACHE as unknown as PlaceKv,
      remote,
      call,
      settings: settingsOf({}),
      isolate: newIsolate(),
      background: (work) => behind.push(work.catch(() => undefined)),
      now: Date.now,
      random: () => 0,
      newId: () => `cal_${(id += 1)}`,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    })
  return { all: Array.from({ length: count }, isolate), calls: () => calls, settle: () => Promise.all(behind) }
}

const context = () => ({
  requestId: 'req_test',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  principal: { userId: 'usr_test', role: 'user' as const },
  deadlineAt: Date.now() + 100_000,
  language: 'ko' as const,
})
const slowly = async (question: PlaceQuery) => {
  await new Promise((resolve) => setTimeout(resolve, 50))
  return [placeOf(`plc_other_${question.query}`)]
}

test('a thousand identical cold searches at once over four isolates make one call', async () => {
  const { all, calls, settle } = isolates(4, adapter('other'), slowly)
  const query: PlaceQuery = { query: 'same', language: 'ko', limit: 20 }
  const answers = await Promise.all(Array.from({ length: 1_000 }, (_, n) => search(all[n % 4]!, context(), query)))
  expect(calls()).toBe(1)
  expect(answers.every((answer) => answer.ok && answer.value.places[0]?.id === 'plc_other_same')).toBe(true)
  await settle()
}, 120_000)

test('a thousand different ones make no more calls than the budget allows; the rest are told when to come back', async () => {
  // Paid: what cannot be counted in time is not bought, however slow the machine.
  const paid = { search: { ...adapter('limited').tools.search!, priceUsd: 0.032 } }
  const limited = adapter('limited', { tools: paid, maxConcurrent: 50, budget: { perHour: 120, perDay: 10_000, perMonth: 10_000 } })
  const { all, calls, settle } = isolates(4, limited, slowly)
  const answers = await Promise.all(
    Array.from({ length: 1_000 }, (_, n) => search(all[n % 4]!, context(), { query: `d${n}`, language: 'ko', limit: 20 })),
  )
  await settle()
  const served = answers.filter((answer) => answer.ok).length
  expect(calls()).toBeLessThanOrEqual(120)
  expect(calls()).toBeGreaterThanOrEqual(20)
  expect(served).toBe(calls())
  for (const answer of answers)
    if (!answer.ok) expect(answer.error).toMatchObject({ code: 'rate_limited', retryAfterS: expect.any(Number) })
}, 120_000)

test('an open breaker survives the eviction of its object, and a healthy one is never written', async () => {
  const config = settingsOf({}).breaker.config
  const stub = env.PROVIDER_BREAKER.getByName('evicted')
  expect(await stub.report({ outcome: { kind: 'ok' }, probe: null }, config)).toMatchObject({ status: 'closed' })
  expect(await runInDurableObject(stub, (_object, state) => [...state.storage.kv.list()].length)).toBe(0)
  await stub.report({ outcome: { kind: 'rejected' }, probe: null }, config)
  await evictDurableObject(stub)
  expect(await stub.verdict()).toMatchObject({ status: 'open', cause: 'rejected' })
  expect(await stub.permit(config)).toMatchObject({ permit: { kind: 'refuse' } })
})

test('what was drawn from a budget stays drawn when the ledger is evicted', async () => {
  const stub = env.BUDGET_LEDGER.getByName('evicted')
  const limits = { perHour: 40, perDay: 1_000, perMonth: 1_000 }
  const first = await stub.draw(10, limits)
  await evictDurableObject(stub)
  expect((await stub.spending()).hour.spent).toBe(first.granted)
})

test('of many who ask at once for the probe one gets it', async () => {
  const config = { ...settingsOf({}).breaker.config, openMs: 1 }
  const stub = env.PROVIDER_BREAKER.getByName('probed')
  for (let n = 0; n < 5; n++) await stub.report({ outcome: { kind: 'failure', reason: 'timeout' }, probe: null }, config)
  await new Promise((resolve) => setTimeout(resolve, 5))
  const permits = await Promise.all(Array.from({ length: 50 }, () => stub.permit(config)))
  expect(permits.filter(({ permit }) => permit.kind === 'probe')).toHaveLength(1)
})

test('what reaches an object over the wire is parsed there', async () => {
  const stub = env.PROVIDER_BREAKER.getByName('strict')
  const fate = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'taken',
      () => 'refused',
    )
  expect(await fate(stub.report({ outcome: { kind: 'sabotage' }, probe: null } as never, settingsOf({}).breaker.config))).toBe('refused')
  expect(await fate(env.BUDGET_LEDGER.getByName('strict').draw(-5, { perHour: 1, perDay: 1, perMonth: 1 }))).toBe('refused')
})
