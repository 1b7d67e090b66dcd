import type { PlaceQuery } from '@yeojeong/contracts'
import { expect, test } from 'vitest'
import { adapter, contextAt, FAILS, ownAdapter, placeOf, SEOUL, testWorld } from '../../test/world.ts'
import { search } from '../places/search.ts'

const A = placeOf('plc_other_a')
let asked = 0
/** A question nobody has asked before. */
const question = (): PlaceQuery => ({ query: `cafe ${(asked += 1)}`, language: 'ko', limit: 20 })

function failing(outcome: unknown = FAILS, more: Parameters<typeof adapter>[1] = {}) {
  const state = { answer: outcome }
  const world = testWorld([adapter('other', more), ownAdapter()], {
    other: () => state.answer,
    atlas: (tool) => (tool === 'list_regions' ? [SEOUL] : []),
  })
  return { world, state, calls: () => world.calls.filter(({ provider }) => provider === 'other').length }
}

test('five failures shut a provider out for a minute in every isolate, and the atlas goes on answering', async () => {
  const { world, calls } = failing()
  const [one, two] = [world.isolate(), world.isolate()]
  for (let n = 0; n < 9; n++) {
    expect(await search(one, contextAt(world), question())).toMatchObject({
      ok: true,
      value: { degraded: ['providers'], sources: ['atlas'] },
    })
    await world.settle()
  }
  expect(calls()).toBe(5)
  // The other isolate has not heard of it yet: it learns by its first call and makes no second one.
  for (let n = 0; n < 5; n++) {
    await search(two, contextAt(world), question())
    await world.settle()
    world.now += 4_000
  }
  expect(calls()).toBeLessThanOrEqual(6)
  expect(world.alerts).toEqual([
    expect.objectContaining({
      event: 'breaker.opened',
      fields: expect.objectContaining({ provider: 'other', alert: true, cause: 'failures' }),
    }),
  ])
})

test('after a minute one probe of all isolates goes out; when it is well, everybody calls again', async () => {
  const { world, state, calls } = failing()
  const isolates = [world.isolate(), world.isolate(), world.isolate()]
  for (let n = 0; n < 6; n++) {
    await search(isolates[n % 3]!, contextAt(world), question())
    await world.settle()
  }
  world.now += 4_000
  for (const deps of isolates) await search(deps, contextAt(world), question())
  await world.settle()
  const before = calls()
  world.now += 60_001
  let well = (_places: unknown): void => {}
  state.answer = new Promise((resolve) => (well = resolve))
  const round = isolates.flatMap((deps) => [0, 1, 2].map(() => search(deps, contextAt(world), question())))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(calls()).toBe(before + 1)
  well([A])
  await Promise.all(round)
  state.answer = [A]
  await world.settle()
  world.now += 4_000
  // One round to hear of it, one to use it.
  for (const deps of isolates) await search(deps, contextAt(world), question())
  await world.settle()
  for (const deps of isolates)
    expect(await search(deps, contextAt(world), question())).toMatchObject({ value: { sources: ['other', 'atlas'] } })
})

test('a rejected key shuts the provider out at the first call and raises an alert', async () => {
  const { world, calls } = failing({ outcome: { kind: 'rejected' } })
  const deps = world.isolate()
  for (let n = 0; n < 4; n++) await search(deps, contextAt(world), question())
  await world.settle()
  expect(calls()).toBe(1)
  expect(world.alerts).toEqual([
    expect.objectContaining({
      level: 'error',
      event: 'breaker.opened',
      fields: expect.objectContaining({ cause: 'rejected', alert: true }),
    }),
  ])
})

test('a throttled provider is left alone for as long as it says', async () => {
  const { world, calls } = failing({ outcome: { kind: 'throttled', retryAfterMs: 7_000 } })
  const deps = world.isolate()
  await search(deps, contextAt(world), question())
  await world.settle()
  world.now += 6_900
  await search(deps, contextAt(world), question())
  expect(calls()).toBe(1)
  await world.settle()
  world.now += 200
  await search(deps, contextAt(world), question())
  expect(calls()).toBe(2)
})

test('when the breaker cannot be reached an isolate goes by its own count, and a healthy provider is called as ever', async () => {
  const { world, state, calls } = failing([A])
  const deps = world.isolate()
  world.unreachable = true
  expect(await search(deps, contextAt(world), question())).toMatchObject({ value: { sources: ['other', 'atlas'] } })
  state.answer = FAILS
  for (let n = 0; n < 9; n++) {
    await search(deps, contextAt(world), question())
    await world.settle()
  }
  expect(calls()).toBe(6)
  state.answer = [A]
  world.now += 60_001
  await search(deps, contextAt(world), question())
  expect(calls()).toBe(7)
  await world.settle()
  expect(await search(deps, contextAt(world), question())).toMatchObject({ value: { sources: ['other', 'atlas'] } })
})

test('a healthy call does not wait for the breaker', async () => {
  const { world } = failing([A])
  const deps = world.isolate()
  const never = new Promise<never>(() => {})
  const waiting = { ...deps.remote.breaker('other'), verdict: () => never, report: () => never }
  const { breakers } = await import('./breakers.ts')
  const patient = breakers({
    memory: new Map(),
    remote: () => waiting,
    settings: deps.settings.breaker,
    background: () => {},
    now: () => world.now,
    newId: () => 'x',
  })
  expect(await patient.permit('other', false)).toEqual({ kind: 'pass' })
})

test('an operator shuts a provider out within seconds, and lets it back in by way of a probe', async () => {
  const { world, calls } = failing([A])
  const deps = world.isolate()
  await search(deps, contextAt(world), question())
  await deps.remote.breaker('other').isolate('usr_operator')
  world.now += 3_500
  await search(deps, contextAt(world), question())
  await world.settle()
  await search(deps, contextAt(world), question())
  expect(calls()).toBe(2)
  await deps.remote.breaker('other').release('usr_operator')
  world.now += 3_500
  await search(deps, contextAt(world), question())
  await world.settle()
  await search(deps, contextAt(world), question())
  expect(calls()).toBe(3)
})

test('with the cache down it takes four times as many failures', async () => {
  const { world, calls } = failing()
  const deps = world.isolate()
  world.broken = { reads: true, writes: true }
  for (let n = 0; n < 30; n++) {
    await search(deps, contextAt(world), question())
    await world.settle()
  }
  expect(calls()).toBe(20)
})
