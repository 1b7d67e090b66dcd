import { describe, expect, it } from 'vitest'
import { Annealing } from './anneal.ts'
import { Rng } from './rng.ts'

describe('Annealing', () => {
  it('accepts a loss of L at temperature T with probability exp(-L / T)', () => {
    const annealing = new Annealing()
    annealing.reset(2, 1)
    annealing.cool(0)
    const rng = new Rng(1)
    let accepted = 0
    for (let i = 0; i < 100_000; i++) if (7 >= annealing.threshold(10, rng)) accepted++
    expect(accepted / 100_000).toBeCloseTo(Math.exp(-3 / 2), 2)
  })

  it('cools geometrically from start to end', () => {
    const annealing = new Annealing()
    annealing.reset(8, 2)
    const mean = (share: number): number => {
      annealing.cool(share)
      const rng = new Rng(1)
      let sum = 0
      for (let i = 0; i < 50_000; i++) sum -= annealing.threshold(0, rng)
      return sum / 50_000
    }
    expect(mean(0)).toBeCloseTo(8, 0)
    expect(mean(0.5)).toBeCloseTo(4, 0)
    expect(mean(1)).toBeCloseTo(2, 1)
  })
})
