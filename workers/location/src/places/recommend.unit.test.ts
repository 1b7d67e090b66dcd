import type { Place, RecommendQuery } from '@yeojeong/contracts'
import { expect, test } from 'vitest'
import { contextAt, ownAdapter, placeOf, SEOUL, testWorld } from '../../test/world.ts'
import { recommend } from './recommend.ts'

const place = (id: string, more: Partial<Place>): Place => placeOf(`plc_seoul_${id}`, more)
const BEACH = place('beach', { category: 'beach', indoor: 'outdoor', prominence: 4 })
const MUSEUM = place('museum', { category: 'museum', indoor: 'indoor', prominence: 4, childFriendly: true })
const PALACE = place('palace', { category: 'palace', indoor: 'outdoor', prominence: 5 })
const HILL = place('hill', { category: 'nature', indoor: 'outdoor', prominence: 3, stepFree: 'no', traits: { views: 1 } })
const SPA = place('spa', { category: 'spa', indoor: 'indoor', prominence: 3, stepFree: 'unknown' })
const VEGAN = place('vegan', {
  category: 'restaurant',
  prominence: 2,
  food: { cuisine: 'temple', serves: { ko: '사찰음식' }, diets: ['vegan'], meals: ['lunch'] },
})
const GRILL = place('grill', {
  category: 'restaurant',
  prominence: 4,
  food: { cuisine: 'barbecue', serves: { ko: '갈비' }, diets: [], meals: ['dinner'] },
})

async function recommended(
  query: Partial<RecommendQuery>,
  places: readonly Place[] = [BEACH, MUSEUM, PALACE, HILL, SPA, VEGAN, GRILL],
  region: Partial<typeof SEOUL> = {},
) {
  const world = testWorld([ownAdapter()], { atlas: (tool) => (tool === 'list_regions' ? [{ ...SEOUL, ...region }] : places) })
  const answer = await recommend(world.isolate(), contextAt(world), {
    regionId: 'seoul',
    interests: [],
    language: 'ko',
    limit: 20,
    ...query,
  })
  if (!answer.ok) throw new Error(answer.error.code)
  const items = answer.value.items.map((item) => ({
    id: item.place.id.slice('plc_seoul_'.length),
    codes: item.reasons.map(({ code }) => code),
  }))
  return { ...answer.value, order: items.map(({ id }) => id), codes: Object.fromEntries(items.map(({ id, codes }) => [id, codes])) }
}

test('beaches are for summer: first in August with a reason, last in January', async () => {
  const august = await recommended({ month: 8 })
  expect(august.season).toBe('summer')
  expect(august.order[0]).toBe('beach')
  expect(august.codes['beach']).toContain('season-beach')
  const january = await recommended({ month: 1 })
  expect(january.order.indexOf('beach')).toBeGreaterThan(january.order.indexOf('spa'))
  expect(january.codes['spa']).toContain('season-warmth')
})

test('in the rainy month what has a roof comes with that reason', async () => {
  expect((await recommended({ month: 7 })).codes['museum']).toContain('rain-proof')
  expect((await recommended({ month: 4 })).codes['museum']).not.toContain('rain-proof')
})

test('spring and autumn have reasons of their own; the south has its seasons the other way round, the tropics none', async () => {
  expect((await recommended({ month: 4 })).codes['palace']).toContain('season-blossom')
  expect((await recommended({ month: 10 })).codes['hill']).toContain('season-foliage')
  expect((await recommended({ month: 1 }, undefined, { center: { lat: -33.9, lng: 151.2 } })).season).toBe('summer')
  expect((await recommended({ month: 1 }, undefined, { center: { lat: 1.29, lng: 103.85 }, countryCode: 'SG' })).season).toBe('tropical')
})

test('without a month the season plays no part', async () => {
  const { season, codes } = await recommended({})
  expect(season).toBeNull()
  expect(
    Object.values(codes)
      .flat()
      .some((code) => code.startsWith('season') || code.endsWith('-proof')),
  ).toBe(false)
})

test('needs are conditions: unknown never meets one', async () => {
  const { order, codes } = await recommended({ stepFree: true })
  expect(order).not.toContain('hill')
  expect(order).not.toContain('spa')
  expect(codes['palace']).toContain('step-free')
  expect((await recommended({ diet: 'vegan' })).order).not.toContain('grill')
  expect((await recommended({ diet: 'vegan' })).codes['vegan']).toContain('diet')
  expect((await recommended({ childFriendly: true })).order).toEqual(['museum', 'grill', 'vegan'])
})

test('an interest lifts what serves it and says which', async () => {
  const { order, codes } = await recommended({ interests: ['views'] })
  expect(order.indexOf('hill')).toBeLessThan(order.indexOf('spa'))
  expect(codes['hill']).toContain('interest')
})

test('a closed place is not recommended, and no list is of one kind only', async () => {
  expect((await recommended({}, [{ ...PALACE, businessStatus: 'closed-temporarily' as const }, MUSEUM])).order).toEqual(['museum'])
  const many = Array.from({ length: 30 }, (_, n) => place(`museum-${n}`, { category: 'museum' }))
  expect((await recommended({ limit: 12 }, [...many, BEACH, PALACE])).order.filter((id) => id.startsWith('museum')).length).toBe(3)
})

test('what the region is known for is named', async () => {
  const { knownFor, codes } = await recommended({})
  expect(knownFor[0]).toBe('palace')
  expect(codes['palace']).toEqual(expect.arrayContaining(['icon', 'known-for']))
})
