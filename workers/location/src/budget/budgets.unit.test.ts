import type { PlaceQuery } from '@yeojeong/contracts'
import { expect, test } from 'vitest'
import { adapter, contextAt, ownAdapter, placeOf, SEOUL, testWorld } from '../../test/world.ts'
import type { Adapter } from '../providers/adapter.ts'
import { search } from '../places/search.ts'

const A = placeOf('plc_other_a')
const HOUR = 3_600_000
const budget = { perHour: 100, perDay: 150, perMonth: 1_000 }

function paying(more: Partial<Adapter> = {}, alone = false) {
  const base = adapter('other')
  const search_ = { ...base.tools.search!, priceUsd: 0.032 }
  const other: Adapter = { ...base, budget, maxConcurrent: 1_000, tools: { search: search_ }, ...more }
  const world = testWorld(alone ? [other] : [other, ownAdapter()], {
    other: () => [A],
    atlas: (tool) => (tool === 'list_regions' ? [SEOUL] : []),
  })
  return { world, calls: () => world.calls.filter(({ provider }) => provider === 'other').length }
}
let asked = 0
const question = (): PlaceQuery => ({ query: `bar ${(asked += 1)}`, language: 'ko', limit: 20 })

test('over all isolates no call is made past the hour, and the next hour brings new ones, up to the day', async () => {
  const { world, calls } = paying()
  const isolates = [world.isolate(), world.isolate(), world.isolate(), world.isolate()]
  const ask = async (times: number): Promise<void> => {
    for (let n = 0; n < times; n++) await search(isolates[n % 4]!, contextAt(world), question())
    await world.settle()
  }
  await ask(400)
  expect(calls()).toBeLessThanOrEqual(100)
  expect(calls()).toBeGreaterThanOrEqual(90)
  const first = calls()
  world.now += HOUR
  await ask(400)
  expect(calls()).toBeLessThanOrEqual(150)
  expect(calls()).toBeGreaterThan(first + 30)
  world.now += HOUR
  const second = calls()
  await ask(40)
  expect(calls()).toBe(second)
})

test('at 80 % of each window somebody is told, once', async () => {
  const { world } = paying()
  const deps = world.isolate()
  for (let n = 0; n < 120; n++) await search(deps, contextAt(world), question())
  expect(world.alerts.filter(({ event }) => event === 'budget.nearly_spent').map(({ fields }) => fields['window'])).toEqual(['hour'])
})

test('with nobody else to ask, the caller is told how long to wait', async () => {
  const { world } = paying({ budget: { perHour: 1, perDay: 1, perMonth: 1 } }, true)
  const deps = world.isolate()
  await search(deps, contextAt(world), question())
  world.now = Date.UTC(2026, 10, 30, 23, 59, 30)
  await search(deps, contextAt(world), question())
  expect(await search(deps, contextAt(world), question())).toMatchObject({ ok: false, error: { code: 'rate_limited', retryAfterS: 30 } })
})

test('what nobody can count is not bought, but what is free is asked all the same', async () => {
  for (const [priceUsd, made] of [
    [0.032, 0],
    [0, 3],
  ] as const) {
    const { world, calls } = paying({ tools: { search: { ...adapter('other').tools.search!, priceUsd } } })
    world.unreachable = true
    const deps = world.isolate()
    for (let n = 0; n < 3; n++) expect(await search(deps, contextAt(world), question())).toMatchObject({ ok: true })
    expect(calls()).toBe(made)
  }
})

test('a call that is billed as many counts as many', async () => {
  const { world, calls } = paying({ tools: { search: { ...adapter('other').tools.search!, priceUsd: 0.005, units: () => 25 } } })
  const deps = world.isolate()
  for (let n = 0; n < 10; n++) await search(deps, contextAt(world), question())
  expect(calls()).toBeLessThanOrEqual(4)
  expect(calls()).toBeGreaterThan(1)
})

test('no isolate has more calls under way at once than the provider takes', async () => {
  let now = 0
  let most = 0
  const { world } = paying({ maxConcurrent: 3 })
  const deps = world.isolate()
  const slow = {
    ...deps,
    call: async (...args: Parameters<typeof deps.call>) => {
      if (args[0].id !== 'other') return deps.call(...args)
      most = Math.max(most, (now += 1))
      await new Promise((resolve) => setTimeout(resolve, 2))
      now -= 1
      return deps.call(...args)
    },
  } as typeof deps
  await Promise.all(Array.from({ length: 12 }, () => search(slow, contextAt(world), question())))
  expect(most).toBe(3)
})
