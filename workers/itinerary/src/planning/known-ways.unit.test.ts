import type { RouteAnswer } from '@yeojeong/contracts'
import { ok } from '@yeojeong/domain'
import { modelLegs } from '@yeojeong/planner'
import { expect, test } from 'vitest'
import { briefOf, contextOf, PLACES } from '../../test/fixture.ts'
import { askWays, legsBy } from './known-ways.ts'

const brief = { ...briefOf('trp_a-1'), transport: 'car' as const }
const answered = (answer: Partial<RouteAnswer>) => ({
  routes: async () => ok({ mode: 'car' as const, legs: [], sources: [], attribution: [], degraded: [], ...answer }),
})
const leg = (durationMin: number, distanceM: number) => ({ durationMin, distanceM, walkM: 0, source: 'osrm' })

test('where nobody provides times, or nobody answers, the model is left to know all ways', async () => {
  expect(await askWays(answered({}), contextOf('usr_a'), brief, PLACES)).toBeNull()
  const broken = { routes: () => Promise.reject(new Error('gone')) }
  expect(await askWays(broken, contextOf('usr_a'), brief, PLACES)).toBeNull()
  expect(await askWays(answered({ sources: ['osrm'] }), contextOf('usr_a'), { ...brief, transport: 'walk' }, PLACES)).toBeNull()
})

test('a known way is used both ways as it was told, and every other is the model’s', async () => {
  const [a, b] = [
    { lat: 37.5, lng: 127 },
    { lat: 37.52, lng: 127 },
  ]
  const legs = legsBy(brief, { mode: 'car', points: [a, b], ways: [{ from: 0, to: 1, ...leg(33, 4_000) }] })
  expect(legs(a, b, 'car')).toEqual(leg(33, 4_000))
  expect(legs(b, a, 'car')).toEqual(modelLegs(brief)(b, a, 'car'))
  expect(legs(a, b, 'walk')).toEqual(modelLegs(brief)(a, b, 'walk'))
})

test('a way nobody can go that fast, or that short, is not believed', () => {
  const [a, b] = [
    { lat: 37.5, lng: 127 },
    { lat: 37.6, lng: 127 },
  ]
  for (const impossible of [leg(3, 15_000), leg(40, 9_000)]) {
    const legs = legsBy(brief, { mode: 'car', points: [a, b], ways: [{ from: 0, to: 1, ...impossible }] })
    expect(legs(a, b, 'car')?.source).toBe('model')
  }
})

test('the ways asked for join the fixed points and the places most likely seen, 25 at most', async () => {
  let asked: { origins: readonly unknown[]; estimate: boolean } | undefined
  const location = {
    routes: async (_ctx: unknown, request: { origins: readonly unknown[]; estimate: boolean }) => {
      asked = request
      return ok({ mode: 'car' as const, legs: [[null, leg(10, 3_000)]], sources: ['osrm'], attribution: [], degraded: [] })
    },
  }
  const known = await askWays(location, contextOf('usr_a'), brief, PLACES)
  expect(asked).toMatchObject({ mode: 'car', estimate: false, regionId: brief.destination.regionId })
  expect(asked!.origins.length).toBeLessThanOrEqual(25)
  expect(known?.ways).toEqual([{ from: 0, to: 1, ...leg(10, 3_000) }])
})
