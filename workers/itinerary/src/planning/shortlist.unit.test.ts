import type { Place } from '@yeojeong/domain'
import { expect, test } from 'vitest'
import { briefOf, PLACES } from '../../test/fixture.ts'
import { curateByRules } from './curator.ts'
import { shortlist } from './shortlist.ts'

const brief = briefOf('trp_a-1')
const none = { mustSee: [], avoid: [] }
const many = (category: Place['category'], count: number): Place[] =>
  Array.from({ length: count }, (_, i) => ({
    ...PLACES[0]!,
    id: `plc_${category}-${i}`,
    category,
    prominence: ((i % 5) + 1) as Place['prominence'],
  }))

test('a small region is looked at whole', () => {
  expect([...shortlist(PLACES, brief, none, 2)].sort()).toEqual(PLACES.map(({ id }) => id).sort())
})

test('of a large region the most prominent are looked at, sights and places to eat each by their own measure', () => {
  const list = shortlist([...many('museum', 500), ...many('restaurant', 500)], brief, none, 2)
  expect(list.filter((id) => id.startsWith('plc_museum')).length).toBe(44)
  expect(list.filter((id) => id.startsWith('plc_restaurant')).length).toBe(24)
  expect(list.every((id) => (Number(id.split('-')[1]) % 5) + 1 === 5)).toBe(true)
})

test('what was asked for by name comes first, even where nobody here knows it or it was to be avoided', () => {
  const wished = { mustSee: ['plc_from-elsewhere', PLACES[3]!.id], avoid: [PLACES[3]!.id, PLACES[4]!.id] }
  const list = shortlist(PLACES, brief, wished, 2)
  expect(list.slice(0, 2)).toEqual(['plc_from-elsewhere', PLACES[3]!.id])
  expect(list).not.toContain(PLACES[4]!.id)
})

test('tastes decide between places equally prominent', () => {
  const [a, b] = [
    { ...PLACES[0]!, id: 'plc_a', traits: { shopping: 1 } },
    { ...PLACES[0]!, id: 'plc_b', traits: { history: 1 } },
  ]
  expect(shortlist([a, b], brief, none, 1)).toEqual(['plc_b', 'plc_a'])
})

test('rules join the wishes of the trip and of the request, and the request decides on pace and fairness', async () => {
  const trip = { ...brief, wishes: { ...brief.wishes, mustSee: ['plc_a1'], interests: ['art' as const] } }
  const request = {
    mustSee: ['plc_a1', 'plc_b1'],
    avoid: ['plc_c1'],
    avoidCategories: ['spa' as const],
    interests: ['food' as const],
    fairness: 1,
    pace: 'calm' as const,
  }
  expect(await curateByRules(trip, request)).toEqual({
    ...trip,
    pace: 'calm',
    wishes: { mustSee: ['plc_a1', 'plc_b1'], avoid: ['plc_c1'], avoidCategories: ['spa'], interests: ['art', 'food'], fairness: 1 },
  })
  expect(await curateByRules(trip, { ...request, pace: undefined })).toMatchObject({ pace: trip.pace })
})
