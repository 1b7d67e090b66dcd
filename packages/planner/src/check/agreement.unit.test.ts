import { ATLAS, holidaysOf } from '@yeojeong/atlas'
import { planTrip } from '@yeojeong/planner'
import { describe, expect, it } from 'vitest'
import { randomBrief } from './fixture/random-trips.ts'
import { check } from './index.ts'

const TRIPS_PER_CITY = 100
const EVALUATIONS = 30_000

describe('the planner and the checker, written apart', () => {
  it.each(ATLAS.map((city) => [city.region.id, city] as const))('agree on random trips in %s', { timeout: 120_000 }, (_id, city) => {
    const holidays = holidaysOf(city.region.countryCode)
    const disagreements: string[] = []
    let planned = 0
    for (let seed = 1; seed <= TRIPS_PER_CITY; seed += 1) {
      const brief = randomBrief(city, seed)
      const answer = planTrip({ brief, places: city.places, holidays, seed, evaluations: EVALUATIONS })
      if (!answer.ok) continue
      planned += 1
      const errors = check({ brief, places: city.places, holidays, plan: answer.value }).filter(({ severity }) => severity === 'error')
      disagreements.push(...errors.map(({ rule, detail }) => `seed ${seed}: ${rule}: ${detail}`))
    }
    expect(disagreements).toEqual([])
    expect(planned).toBeGreaterThan(TRIPS_PER_CITY / 2)
  })
})
