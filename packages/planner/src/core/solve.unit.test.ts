import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { additiveObjective } from './objective.ts'
import type { Objective } from './objective.ts'
import { DEFAULT_PARAMETERS } from './parameters.ts'
import { Solver, solve } from './solve.ts'
import type { Lock } from './solve.ts'
import { maxEvaluations, maxIterations } from './stop.ts'
import { diminishingObjective } from './testing/diminishing-objective.ts'
import { naiveValue, naiveViolation } from './testing/naive-plan.ts'
import { EVERYTHING, randomModel, randomProfits } from './testing/random-model.ts'
import type { Features } from './testing/random-model.ts'

const seeds = fc.integer({ min: 1, max: 1 << 30 })
const CASES: readonly (readonly [string, Features])[] = [
  ['one window', {}],
  ['several windows', { several: true }],
  ['groups and slots', { groups: true, slots: true }],
  ['resources', { resources: true }],
  ['prices', { prices: true, several: true }],
  ['everything, no triangle inequality', EVERYTHING],
]

function expectSound(seed: number, features: Features, make: (worth: Float64Array) => Objective): void {
  const model = randomModel(seed, features)
  const worth = randomProfits(seed, model.visits)
  const plan = solve(model, make(worth), { seed, stop: maxIterations(150) })
  expect(naiveViolation(model, plan.tours)).toBeNull()
  const again = make(worth)
  plan.tours.forEach((stops, t) => stops.forEach((visit) => again.add(visit, t)))
  expect(plan.value).toBeCloseTo(naiveValue(model, plan.tours, again.value()), 6)
}

describe('solve', () => {
  for (const [name, features] of CASES) {
    it(`returns only plans a naive simulation accepts, at the value it states: ${name}`, () => {
      fc.assert(
        fc.property(seeds, (seed) => expectSound(seed, features, additiveObjective)),
        { numRuns: 60 },
      )
    })
    it(`the same with an objective that is no sum: ${name}`, () => {
      fc.assert(
        fc.property(seeds, (seed) => expectSound(seed, features, diminishingObjective)),
        { numRuns: 25 },
      )
    })
  }

  it('looks at part of the candidates, and makes room where a removal breaks the rest, with plans as sound', () => {
    const parameters = { ...DEFAULT_PARAMETERS, glance: 0.3 }
    fc.assert(
      fc.property(seeds, (seed) => {
        const model = randomModel(seed, { ...EVERYTHING, lawless: true })
        const worth = randomProfits(seed, model.visits)
        const { tours } = solve(model, additiveObjective(worth), { seed, stop: maxIterations(1_000), parameters })
        expect(naiveViolation(model, tours)).toBeNull()
      }),
      { numRuns: 60 },
    )
  })

  it('gives the same plan for the same seed and budget, however the work is cut into steps', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 5000 }), (seed, chunk) => {
        const model = randomModel(seed, EVERYTHING)
        const objective = (): Objective => diminishingObjective(randomProfits(seed, model.visits))
        const whole = solve(model, objective(), { seed, stop: maxEvaluations(4_000) })
        const solver = new Solver(model, objective(), { seed, stop: maxEvaluations(4_000) })
        while (!solver.step(chunk).done);
        expect(solver.best).toEqual(whole)
      }),
      { numRuns: 20 },
    )
  })

  it('never returns a worse plan for having gone on', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const model = randomModel(seed, EVERYTHING)
        const solver = new Solver(model, additiveObjective(randomProfits(seed, model.visits)), { seed, stop: maxEvaluations(30_000) })
        let value = solver.best.value
        for (let progress = solver.step(500); !progress.done; progress = solver.step(500)) {
          expect(progress.value).toBeGreaterThanOrEqual(value)
          expect(progress.improved).toBe(progress.value > value)
          value = progress.value
        }
      }),
      { numRuns: 20 },
    )
  })

  it('finds the best plan of instances small enough to try every order', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const model = randomModel(seed, { several: true })
      const profits = randomProfits(seed, model.visits).map((profit, v) => (v < 7 ? profit : 0))
      const best = bestByTrial(model, profits)
      const plan = solve(model, additiveObjective(profits), { seed, stop: maxIterations(600) })
      expect(plan.value).toBe(best)
    }
  })
})

/** Best sum of profits over all feasible plans of the visits that have any. */
function bestByTrial(model: ReturnType<typeof randomModel>, profits: Float64Array): number {
  const wanted = Array.from(profits.keys()).filter((v) => profits[v]! > 0)
  let best = 0
  const extend = (tours: number[][], t: number, sum: number): void => {
    best = Math.max(best, sum)
    for (const visit of wanted) {
      if (tours.some((stops) => stops.includes(visit))) continue
      tours[t]!.push(visit)
      if (naiveViolation(model, tours) === null) extend(tours, t, sum + profits[visit]!)
      tours[t]!.pop()
    }
    if (t + 1 < model.tours) extend(tours, t + 1, sum)
  }
  extend(
    Array.from({ length: model.tours }, () => []),
    0,
    0,
  )
  return best
}

describe('locks and warm starts', () => {
  const locksOf = (tours: readonly (readonly number[])[], hold: Lock['hold']): Lock[] =>
    tours.flatMap((stops, tour) => stops.filter((_, i) => i % 2 === 0).map((visit) => ({ visit, tour, hold })))

  for (const hold of ['tour', 'order'] as const) {
    it(`keeps every lock of kind '${hold}' of a plan that was feasible`, () => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const model = randomModel(seed, { several: true, groups: true, slots: true, resources: true })
          const objective = additiveObjective(randomProfits(seed, model.visits))
          const before = solve(model, objective, { seed, stop: maxIterations(20) })
          const locks = locksOf(before.tours, hold)
          const solver = new Solver(model, objective, { seed: seed + 1, stop: maxIterations(150), initial: before.tours, locks })
          while (!solver.step(1000).done);
          expect(solver.brokenLocks).toEqual([])
          expect(naiveViolation(model, solver.best.tours)).toBeNull()
          for (const { visit, tour } of locks) expect(solver.best.tours[tour]).toContain(visit)
          if (hold === 'order') {
            before.tours.forEach((stops, t) => {
              const held = stops.filter((v) => locks.some((lock) => lock.visit === v))
              expect(solver.best.tours[t]!.filter((v) => held.includes(v))).toEqual(held)
            })
          }
        }),
        { numRuns: 40 },
      )
    })
  }

  it('starts from the plan it is given and never ends below it', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const model = randomModel(seed, { several: true })
        const objective = additiveObjective(randomProfits(seed, model.visits))
        const before = solve(model, objective, { seed, stop: maxIterations(100) })
        const after = solve(model, objective, { seed: seed + 1, stop: maxIterations(20), initial: before.tours })
        expect(after.value).toBeGreaterThanOrEqual(before.value)
      }),
      { numRuns: 40 },
    )
  })

  it('names the locks it cannot hold', () => {
    const model = randomModel(7, { several: false })
    const closed = { ...model, windowFrom: model.windowFrom.map(() => 0) }
    const locks: Lock[] = [{ visit: 0, tour: 0, hold: 'tour' }]
    const solver = new Solver(closed, additiveObjective(randomProfits(7, model.visits)), {
      seed: 1,
      stop: maxIterations(5),
      initial: Array.from({ length: model.tours }, (_, t) => (t === 0 ? [0] : [])),
      locks,
    })
    expect(solver.brokenLocks).toEqual(locks)
    expect(solver.best.tours.flat()).toEqual([])
  })
})
