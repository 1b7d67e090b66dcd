import type { PlaceQuery } from '@yeojeong/contracts'
import { expect, test } from 'vitest'
import { adapter, contextAt, FAILS, ownAdapter, placeOf, SEOUL, testWorld, type TestWorld } from '../../test/world.ts'
import { details } from '../places/details.ts'
import { search } from '../places/search.ts'

const A = placeOf('plc_other_a')
const CAFES: PlaceQuery = { query: '카페', near: { lat: 37.57, lng: 126.98 }, radiusM: 1_000, language: 'ko', limit: 20 }
const MINUTE = 60_000

function searching(more: Parameters<typeof adapter>[1] = {}, vars: Parameters<typeof testWorld>[2] = {}) {
  const state: { answer: unknown } = { answer: [A] }
  const world = testWorld(
    [adapter('other', more), ownAdapter()],
    { other: () => state.answer, atlas: (tool) => (tool === 'list_regions' ? [SEOUL] : []) },
    vars,
  )
  return { world, state }
}
const asked = (world: TestWorld, provider = 'other'): number => world.calls.filter((call) => call.provider === provider).length
const value = async <T>(result: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>): Promise<T> => {
  const settled = await result
  if (!settled.ok) throw new Error(JSON.stringify(settled.error))
  return settled.value
}

test('a search is answered out of the cache for 300 s, then still at once with one call behind it', async () => {
  const { world } = searching()
  const deps = world.isolate()
  await value(search(deps, contextAt(world), CAFES))
  await world.settle()
  world.now += 299_000
  expect((await value(search(deps, contextAt(world), CAFES))).places).toEqual([A])
  await world.settle()
  expect(asked(world)).toBe(1)
  world.now += 2_000
  const stale = await value(search(deps, contextAt(world), CAFES))
  expect(stale).toMatchObject({ places: [A], degraded: [], asOf: new Date(world.now - 301_000).toISOString() })
  await world.settle()
  expect(asked(world)).toBe(2)
})

test('another isolate finds what the first one kept', async () => {
  const { world } = searching()
  await value(search(world.isolate(), contextAt(world), CAFES))
  await world.settle()
  await value(search(world.isolate(), contextAt(world), CAFES))
  expect(asked(world)).toBe(1)
})

test('neighbours, reordered filters, widths and cases share an entry; another language does not', async () => {
  const { world } = searching()
  const deps = world.isolate()
  const ask = (more: Partial<PlaceQuery>) => value(search(deps, contextAt(world), { ...CAFES, ...more }))
  await ask({ query: 'Ｃafe  latte', categories: ['cafe', 'bakery'] })
  await ask({ query: 'cafe latte', categories: ['bakery', 'cafe'], near: { lat: 37.57018, lng: 126.98021 }, radiusM: 950, limit: 7 })
  expect(asked(world)).toBe(1)
  await ask({ query: 'cafe latte', categories: ['bakery', 'cafe'], language: 'en' })
  expect(asked(world)).toBe(2)
})

test('hours are believed for 600 s and basic facts longer: the lifetimes are configuration', async () => {
  const { world } = searching({}, { CACHE: { freshS: { basic: 3_600, hours: 60, reviews: 1_800, search: 300, routes: 600 } } })
  const deps = world.isolate()
  for (const [seconds, calls] of [
    [0, 1],
    [59, 1],
    [2, 2],
  ] as const) {
    world.now += seconds * 1_000
    await value(details(deps, contextAt(world), ['plc_other_a']))
    await world.settle()
    expect(asked(world)).toBe(calls)
  }
})

test('a value found unchanged is believed four times as long as before, and a change takes that back', async () => {
  const { world, state } = searching()
  const deps = world.isolate()
  const look = async (afterS: number): Promise<number> => {
    world.now += afterS * 1_000
    await value(details(deps, contextAt(world), ['plc_other_a']))
    await world.settle()
    return asked(world)
  }
  expect(await look(0)).toBe(1)
  expect(await look(601)).toBe(2)
  expect(await look(2_300)).toBe(2)
  expect(await look(101)).toBe(3)
  state.answer = [placeOf('plc_other_a', { hours: { kind: 'always' } })]
  expect(await look(9_601)).toBe(4)
  expect(await look(601)).toBe(5)
})

test('hours too old are fetched before the answer, and where nobody has them the old ones are shown as old', async () => {
  const { world, state } = searching()
  const deps = world.isolate()
  await value(details(deps, contextAt(world), ['plc_other_a']))
  await world.settle()
  const changed = placeOf('plc_other_a', { hours: { kind: 'always' } })
  state.answer = [changed]
  world.now += 2 * 60 * MINUTE
  expect(await value(details(deps, contextAt(world), ['plc_other_a']))).toMatchObject({ places: [changed], degraded: [] })
  await world.settle()
  state.answer = FAILS
  world.now += 3 * 60 * MINUTE
  expect(await value(details(deps, contextAt(world), ['plc_other_a']))).toMatchObject({
    places: [changed],
    degraded: ['providers', 'stale'],
  })
})

test('every provider out: stale up to 24 h, then nothing old any more', async () => {
  const { world, state } = searching()
  await value(search(world.isolate(), contextAt(world), CAFES))
  await world.settle()
  state.answer = FAILS
  world.now += 23 * 60 * MINUTE
  expect(await value(search(world.isolate(), contextAt(world), CAFES))).toMatchObject({ places: [A], degraded: ['stale'] })
  world.now += 61 * MINUTE
  expect(await value(search(world.isolate(), contextAt(world), CAFES))).toMatchObject({
    places: [],
    degraded: ['providers'],
    sources: ['atlas'],
  })
})

test('that there is nothing is remembered for a minute', async () => {
  const { world, state } = searching()
  state.answer = []
  const deps = world.isolate()
  for (const seconds of [0, 59, 2]) {
    world.now += seconds * 1_000
    await value(search(deps, contextAt(world), CAFES))
    await value(details(deps, contextAt(world), ['plc_other_gone']))
    await world.settle()
  }
  expect(world.calls.filter(({ provider, tool }) => provider === 'other' && tool === 'search_places')).toHaveLength(2)
  expect(world.calls.filter(({ tool }) => tool === 'place_details')).toHaveLength(2)
})

test.each(['ids-only', 'coordinates-30d', 'none'] as const)('under the policy %s nothing of a place is kept anywhere', async (cache) => {
  const { world } = searching({ cache })
  const deps = world.isolate()
  for (let time = 1; time <= 2; time++) {
    world.now += 2_000
    await value(search(deps, contextAt(world), CAFES))
    await value(details(deps, contextAt(world), ['plc_other_a']))
    await world.settle()
    expect(asked(world)).toBe(2 * time)
  }
  expect([...world.kv.keys()].filter((key) => key.includes(':other:'))).toEqual([])
})

test('KV failing fails nobody: answers come from the provider and say so', async () => {
  const { world } = searching()
  const deps = world.isolate()
  world.broken = { reads: true, writes: true }
  expect(await value(search(deps, contextAt(world), CAFES))).toMatchObject({ places: [A], degraded: ['cache'] })
  expect(await value(details(deps, contextAt(world), ['plc_other_a']))).toMatchObject({ places: [A], degraded: ['cache'] })
})

test('a provider taken out of the cache is asked again by every isolate, and another version of the prefix begins anew', async () => {
  const { world } = searching()
  const deps = world.isolate()
  await value(search(deps, contextAt(world), CAFES))
  await world.settle()
  world.now += 1_000
  expect(await deps.cache.invalidations.forget('other')).toBe(true)
  world.now += 1_000
  await value(search(deps, contextAt(world), CAFES))
  await world.settle()
  expect(asked(world)).toBe(2)
  expect([...world.kv.keys()].every((key) => key.startsWith('place:v2:'))).toBe(true)
})

test('a place whose id bears a provider that is not configured here is our own to know', async () => {
  const { world } = searching()
  await value(details(world.isolate(), contextAt(world), ['plc_seoul_gyeongbokgung']))
  expect(world.calls.map(({ provider }) => provider)).toEqual(['atlas'])
})

test('who changes with a release only is believed for a day, also where there was nothing, and until an operator says otherwise', async () => {
  const { world, state } = searching({}, { CACHE: { settled: ['other'] } })
  const deps = world.isolate()
  const ask = async (query: string): Promise<void> => {
    await value(search(deps, contextAt(world), { ...CAFES, query }))
    await world.settle()
  }
  await ask('카페')
  state.answer = []
  await ask('아무 데도 없는 곳')
  world.now += 23 * 3_600_000
  await ask('카페')
  await ask('아무 데도 없는 곳')
  expect(asked(world)).toBe(2)
  await deps.cache.invalidations.forget('other')
  world.now += MINUTE
  await ask('카페')
  expect(asked(world)).toBe(3)
})
