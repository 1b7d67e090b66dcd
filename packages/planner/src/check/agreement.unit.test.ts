import { ATLAS, holidaysOf, type City } from '@yeojeong/atlas'
import { planTrip } from '@yeojeong/planner'
import { describe, expect, it } from 'vitest'
import { judged, type Draft } from './fixture/draft.ts'
import { RANDOM_FAULTS } from './fixture/random-faults.ts'
import { randomBrief } from './fixture/random-trips.ts'
import { check, type CheckInput } from './index.ts'

const TRIPS = 200
const TRIPS_PER_CITY = Math.ceil(TRIPS / ATLAS.length)
const EVALUATIONS = 30_000
const CITIES = ATLAS.map((city) => [city.region.id, city] as const)

function planned(city: City, seed: number): CheckInput | null {
  const [{ places }, holidays, brief] = [city, holidaysOf(city.region.countryCode), randomBrief(city, seed)]
  const answer = planTrip({ brief, places, holidays, seed, evaluations: EVALUATIONS })
  return answer.ok ? { brief, places, holidays, plan: answer.value } : null
}

describe('the planner and the checker, written apart', () => {
  it.each(CITIES)('agree on random trips in %s', { timeout: 120_000 }, (_id, city) => {
    const inputs = Array.from({ length: TRIPS_PER_CITY }, (_, index) => planned(city, index + 1)).filter((input) => input !== null)
    const errors = inputs.flatMap((input) =>
      check(input)
        .filter(({ severity }) => severity === 'error')
        .map((error) => `${input.brief.tripId}: ${error.rule}: ${error.detail}`),
    )
    expect(errors).toEqual([])
    expect(inputs.length).toBeGreaterThan(TRIPS_PER_CITY / 2)
  })

  it('part ways when a plan of the planner is damaged', { timeout: 120_000 }, () => {
    const missed: string[] = []
    const planted = new Map<string, number>()
    for (const [index, [, city]] of Array.from({ length: 24 }, (_, n) => [n, CITIES[n % CITIES.length]!] as const)) {
      const input = planned(city, 500 + index)
      if (input === null) continue
      for (const { name, plant } of RANDOM_FAULTS) {
        const draft = JSON.parse(JSON.stringify(input)) as Draft
        const rule = plant(draft)
        if (rule === null) continue
        planted.set(name, (planted.get(name) ?? 0) + 1)
        if (!judged(draft).some((violation) => violation.rule === rule)) missed.push(`seed ${500 + index}: ${name}: ${rule}`)
      }
    }
    expect(missed).toEqual([])
    expect(RANDOM_FAULTS.filter(({ name }) => !planted.has(name)).map(({ name }) => name)).toEqual([])
  })
})
