import type { Place, PlaceQuery } from '@yeojeong/contracts'
import { expect, test } from 'vitest'
import { adapter, contextAt, FAILS, ownAdapter, placeOf, SEOUL, testWorld, type Behaviour } from '../../test/world.ts'
import type { Adapter } from '../providers/adapter.ts'
import { search } from './search.ts'

/** Places a kilometre apart, so that no two are taken for one. */
const stranger = (id: string, more: Partial<Place> = {}): Place => {
  const lat = 37.5 + (id.charCodeAt(0) - 97) * 0.01
  return placeOf(`plc_other_${id}`, { names: { ko: `이웃 ${id}` }, position: { lat, lng: 127 }, ...more })
}
const own = (count: number, name = 'palace'): Place[] =>
  Array.from({ length: count }, (_, n) =>
    placeOf(`plc_seoul_${n}`, { names: { en: `${name} ${n}` }, position: { lat: 37.4 + n * 0.01, lng: 127.1 } }),
  )

function asking(adapters: readonly Adapter[], answers: Behaviour, atlas: readonly Place[] | typeof FAILS = []) {
  const world = testWorld([...adapters, ownAdapter()], {
    atlas: (tool) => (tool === 'list_regions' ? [SEOUL] : tool === 'public_holidays' ? null : atlas),
    ...answers,
  })
  const isolate = world.isolate()
  return {
    world,
    asked: () => world.calls.filter(({ tool }) => tool === 'search_places').map(({ provider }) => provider),
    async search(query: Partial<PlaceQuery>) {
      const answer = await search(isolate, contextAt(world), { regionId: 'seoul', language: 'ko', limit: 20, ...query })
      if (!answer.ok) throw new Error(answer.error.code)
      return { ...answer.value, ids: answer.value.places.map(({ id }) => id) }
    },
  }
}

const FOOD = { cuisine: 'temple', serves: {}, meals: ['lunch' as const] }
const UNKNOWN = { stepFree: 'unknown', hours: { kind: 'unknown' } } as const
const IGNORED: readonly (readonly [string, Partial<PlaceQuery>, Partial<Place>, readonly Partial<Place>[]])[] = [
  ['step-free', { stepFree: true }, {}, [UNKNOWN, { stepFree: 'partly' }, { stepFree: 'no' }]],
  ['for children', { childFriendly: true }, { childFriendly: true }, [{}, { childFriendly: false }]],
  [
    'a diet',
    { diet: 'vegan' },
    { category: 'restaurant', food: { ...FOOD, diets: ['vegan'] } },
    [{}, { category: 'restaurant', food: { ...FOOD, diets: [] } }, { category: 'restaurant', food: { ...FOOD, diets: ['halal'] } }],
  ],
  // 12:30 in Seoul, a Monday; the others are closed then, have had their last entry, or nobody knows.
  [
    'open at',
    { openAt: '2026-11-23T03:30:00Z' },
    {},
    [
      UNKNOWN,
      { hours: { kind: 'scheduled', osm: 'Tu-Su 09:00-18:00' } },
      { hours: { kind: 'scheduled', osm: 'Mo-Su 09:00-13:00', lastEntryMin: 60 } },
    ],
  ],
  ['a category', { categories: ['museum'] }, {}, [{ category: 'cafe' }]],
  ['a distance', { regionId: undefined, near: { lat: 37.5, lng: 127 }, radiusM: 500 }, {}, [{ position: { lat: 37.51, lng: 127 } }]],
]

test.each(IGNORED)('a provider that passes over a filter does not widen the answer: %s', async (_what, query, meeting, others) => {
  const places = [stranger('a', meeting), ...others.map((more, at) => stranger(String.fromCharCode(98 + at), more))]
  const here = asking([adapter('other')], { other: () => places })
  expect((await here.search(query)).ids).toEqual(['plc_other_a'])
})

test('where a provider finds nothing that fits, the next is asked', async () => {
  const here = asking([adapter('blind'), adapter('other', { rank: { default: 20 } })], {
    blind: () => [stranger('b', { stepFree: 'unknown' })],
    other: () => [stranger('a')],
  })
  expect(await here.search({ stepFree: true })).toMatchObject({ ids: ['plc_other_a'], sources: ['blind', 'other', 'atlas'] })
})

const spared = (more: Partial<Adapter> = {}): Adapter => adapter('paid', { turn: 3, cache: 'none', ...more })

test('who is to be spared is not asked for what the others find enough of', async () => {
  const here = asking([spared()], { paid: () => [stranger('a')] }, own(12))
  expect((await here.search({})).ids).toHaveLength(12)
  expect((await here.search({ query: 'palace 3' })).ids).toContain('plc_seoul_3')
  expect((await here.search({ limit: 5 })).sources).toEqual(['atlas'])
  expect(here.asked()).not.toContain('paid')
})

test('it is asked where the others are short: too few, none by that name, none that fit', async () => {
  for (const query of [{ limit: 100 }, { query: '이웃 a' }, { stepFree: true }] as const) {
    const atlas = 'limit' in query ? own(9) : own(12).map((place) => ({ ...place, stepFree: 'unknown' as const }))
    const here = asking([spared()], { paid: () => [stranger('a')] }, atlas)
    const answer = await here.search(query)
    expect(answer.ids).toContain('plc_other_a')
    expect(answer.sources).toEqual(['paid', 'atlas'])
  }
})

test('turn by turn: the paid are asked for what the free did not find either', async () => {
  for (const [found, sources] of [
    [[stranger('a')], ['slow', 'atlas']],
    [[], ['paid', 'slow', 'atlas']],
  ] as const) {
    const slow = adapter('slow', { turn: 2, rank: { default: 60 } })
    const here = asking([spared(), slow], { slow: () => found, paid: () => [stranger('b')] }, own(12))
    expect((await here.search({ query: '이웃 a' })).sources).toEqual(sources)
    expect((await here.search({})).sources).toEqual(['atlas'])
  }
})

test('it is asked where those asked first do not answer, and the answer is whole', async () => {
  const here = asking([adapter('kept', { rank: { default: 5 } }), spared()], { kept: () => FAILS, paid: () => [stranger('a')] }, own(12))
  expect(await here.search({})).toMatchObject({ degraded: [], sources: ['paid', 'atlas'] })
  const without = asking([spared()], { paid: () => [stranger('a')] }, FAILS)
  expect(await without.search({ query: 'palace' })).toMatchObject({ ids: ['plc_other_a'], sources: ['paid'] })
})

test('out as well, or past its budget, it costs nobody the answer of the others', async () => {
  const here = asking([spared()], { paid: () => FAILS }, own(2))
  expect(await here.search({})).toMatchObject({ ids: ['plc_seoul_0', 'plc_seoul_1'], degraded: ['providers'], sources: ['atlas'] })
  const broke = asking([spared({ budget: { perHour: 0, perDay: 0, perMonth: 0 } })], { paid: () => [stranger('a')] }, own(2))
  expect((await broke.search({})).ids).toEqual(['plc_seoul_0', 'plc_seoul_1'])
  expect(broke.asked()).not.toContain('paid')
})
