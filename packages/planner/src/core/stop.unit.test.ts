import { describe, expect, it } from 'vitest'
import { deadline, firstOf, maxEvaluations, maxIterations, noImprovement } from './stop.ts'

const status = { evaluations: 50, iterations: 30, iterationsSinceBest: 20 }

describe('stopping rules', () => {
  it('give the share of the budget that is used', () => {
    expect(maxEvaluations(200)(status)).toBe(0.25)
    expect(maxIterations(60)(status)).toBe(0.5)
  })

  it('read the clock they are given, from when they were made', () => {
    let now = 1000
    const rule = deadline(() => now, 400)
    now = 1100
    expect(rule(status)).toBe(0.25)
  })

  it('keep free at the end what a busy machine has taken between two looks at the clock', () => {
    let now = 0
    const rule = deadline(() => now, 200, 10)
    const at = (ms: number): number => {
      now = ms
      return rule(status)
    }
    expect(at(19)).toBe(19 / 190)
    expect(at(24)).toBe(24 / 190)
    expect(at(64)).toBe(64 / 160)
    expect(at(65)).toBe(65 / 160)
    expect(at(160)).toBeGreaterThanOrEqual(1)
  })

  it('stop without improvement only once the patience is used up', () => {
    expect(noImprovement(21)(status)).toBe(0)
    expect(noImprovement(20)(status)).toBe(1)
  })

  it('combine to whichever stops first', () => {
    expect(firstOf(maxEvaluations(200), maxIterations(60), noImprovement(99))(status)).toBe(0.5)
  })
})
