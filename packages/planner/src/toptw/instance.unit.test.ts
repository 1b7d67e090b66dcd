import { describe, expect, it } from 'vitest'
import { additiveObjective } from '../core/objective.ts'
import { Rng } from '../core/rng.ts'
import { solve } from '../core/solve.ts'
import { maxEvaluations } from '../core/stop.ts'
import { checkToptw, toptwModel, toptwProfits } from './instance.ts'
import type { ToptwInstance } from './instance.ts'

/** A random instance in the benchmark's format; windows of `width` in a day of 500. */
function randomInstance(seed: number, points: number, width: number): ToptwInstance {
  const rng = new Rng(seed)
  const stops = Array.from({ length: points }, () => {
    const open = rng.below(500 - width)
    return [rng.below(100), rng.below(100), 10, 1 + rng.below(40), open, open + width]
  })
  return { rounding: { mode: 'floor', decimals: 1 }, budget: 500, points: [[50, 50, 0, 0, 0, 500], ...stops] }
}

function solved(instance: ToptwInstance, m: number, evaluations: number): { tours: number[][]; value: number } {
  const plan = solve(toptwModel(instance, m), additiveObjective(toptwProfits(instance)), { seed: 1, stop: maxEvaluations(evaluations) })
  return { tours: plan.tours.map((tour) => tour.map((visit) => visit + 1)), value: plan.value }
}

describe('TOPTW', () => {
  it('returns tours an independent check accepts, at the score the solver states', () => {
    for (let seed = 1; seed <= 10; seed++) {
      for (const m of [1, 3]) {
        const instance = randomInstance(seed, 60, seed % 2 === 0 ? 60 : 300)
        const { tours, value } = solved(instance, m, 100_000)
        expect(checkToptw(instance, m, tours)).toBe(value)
      }
    }
  })

  it('visits everything when everything fits', () => {
    const instance = randomInstance(3, 12, 300)
    expect(solved(instance, 4, 200_000).value).toBe(toptwProfits(instance).reduce((a, b) => a + b, 0))
  })

  it('rounds travel down to the unit and keeps times integer', () => {
    const instance: ToptwInstance = {
      rounding: { mode: 'floor', decimals: 1 },
      budget: 100,
      points: [
        [0, 0, 0, 0, 0, 100],
        [1, 1, 5, 9, 0, 90],
      ],
    }
    expect(Array.from(toptwModel(instance, 1).travel[0]!)).toEqual([0, 14, 14, 0])
    expect(toptwModel(instance, 1).service[0]).toBe(50)
  })

  it('finds fault with late, repeated, unknown and too many', () => {
    const instance = randomInstance(1, 5, 60)
    expect(checkToptw(instance, 1, [[1, 1]])).toMatch(/twice/)
    expect(checkToptw(instance, 1, [[9]])).toMatch(/unknown/)
    expect(checkToptw(instance, 1, [[1], [2]])).toMatch(/at most 1/)
    const late: ToptwInstance = { ...instance, points: [instance.points[0]!, [100, 100, 0, 1, 0, 20]] }
    expect(checkToptw(late, 1, [[1]])).toMatch(/closes/)
  })
})
