import { describe, expect, it } from 'vitest'
import { Race } from './race.ts'

const PARAMETERS = { contenders: 8, firstShare: 0.5, leastIterations: 100, lastShare: 0.2 }

/** Runs a race over `total` iterations; who ran, and the share each stretch began and ended at. */
function run(total: number, valueOf: (contender: number) => number): { contender: number; from: number; to: number }[] {
  const race = new Race(PARAMETERS)
  const stretches: { contender: number; from: number; to: number }[] = []
  const values: number[] = [valueOf(0)]
  let from = 0
  for (let i = 0; i <= total; i++) {
    const share = i / total
    if (share < 1 && race.progress(share, i) < 1) continue
    stretches.push({ contender: race.contender, from, to: share })
    if (share >= 1) break
    race.advance(share, values)
    values[race.contender] ??= valueOf(race.contender)
    from = share
  }
  return stretches
}

describe('Race', () => {
  it('runs every contender once, then halves to the best', () => {
    const order = run(10_000, (contender) => [3, 9, 1, 7, 5, 2, 8, 4][contender]!).map((stretch) => stretch.contender)
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 1, 6, 3, 4, 1, 6, 1])
  })

  it('uses the whole budget and keeps the last share for the winner', () => {
    const stretches = run(10_000, (contender) => contender)
    expect(stretches.at(-1)!.to).toBe(1)
    expect(stretches.at(-1)!.from).toBeCloseTo(0.8, 2)
    expect(stretches[7]!.to).toBeCloseTo(0.5, 2)
  })

  it('enters fewer contenders when the budget is small, and one when it is tiny', () => {
    expect(new Set(run(600, () => 0).map((stretch) => stretch.contender)).size).toBe(3)
    expect(new Set(run(50, () => 0).map((stretch) => stretch.contender)).size).toBe(1)
  })
})
