import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Incumbent } from './incumbent.ts'
import { InsertionTable } from './insertion-table.ts'
import type { RouteModel } from './model.ts'
import { additiveObjective } from './objective.ts'
import { PlanState } from './plan-state.ts'
import { Rng } from './rng.ts'
import { scanTour } from './scan.ts'
import { scanTourPriced } from './scan-priced.ts'
import { NEVER, searchModel } from './search-model.ts'
import { solve } from './solve.ts'
import { maxIterations } from './stop.ts'
import { naiveTour } from './testing/naive-plan.ts'
import { EVERYTHING, randomModel, randomProfits } from './testing/random-model.ts'

const seeds = fc.integer({ min: 1, max: 1 << 30 })

function planOf(model: RouteModel, tours: readonly (readonly number[])[], profits: Float64Array): PlanState {
  const plan = new PlanState(searchModel(model, []), additiveObjective(profits))
  tours.forEach((stops, t) => stops.forEach((visit, i) => expect(plan.insert(visit, t, i)).toBe(true)))
  return plan
}

/** Least feasible delay of the next stop over all positions, by simulating every one; NEVER when there is none. */
function naiveShift(model: RouteModel, tour: number, stops: readonly number[], visit: number): number {
  let best = NEVER
  for (let p = 0; p <= stops.length; p++) {
    const run = naiveTour(model, tour, stops.toSpliced(p, 0, visit), model.earliest[tour]!)
    if (typeof run === 'string') continue
    const before = naiveTour(model, tour, stops, model.earliest[tour]!)
    if (typeof before === 'string') throw new Error(before)
    const nodeOf = (i: number): number => (i < stops.length ? model.visitNode[stops[i]!]! : model.endNode[tour]!)
    const travel = (from: number, to: number): number => model.travel[tour]![from * model.nodes + to]!
    const leftAt = p === 0 ? model.earliest[tour]! : before.starts[p - 1]! + model.service[stops[p - 1]!]!
    const reachedBefore = leftAt + travel(p === 0 ? model.startNode[tour]! : nodeOf(p - 1), nodeOf(p))
    best = Math.min(best, run.starts[p]! + model.service[visit]! + travel(model.visitNode[visit]!, nodeOf(p)) - reachedBefore)
  }
  return best
}

describe('scanTour', () => {
  for (const features of [{}, { several: true }, { several: true, wild: true }]) {
    it(`finds the least shift over all feasible positions, and none where none is: ${JSON.stringify(features)}`, () => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const model = randomModel(seed, features)
          const profits = randomProfits(seed, model.visits)
          const { tours } = solve(model, additiveObjective(profits), { seed, stop: maxIterations(3) })
          const some = tours.map((stops) => stops.filter((_, i) => i % 2 === 0))
          if (some.some((stops, t) => typeof naiveTour(model, t, stops, model.earliest[t]!) === 'string')) return
          const plan = planOf(model, some, profits)
          const out = Int32Array.from(Array.from({ length: model.visits }, (_, v) => v).filter((v) => plan.tourOf[v]! < 0))
          const [fast, priced] = [new InsertionTable(model), new InsertionTable(model)]
          for (let t = 0; t < model.tours; t++) {
            scanTour(plan, fast, t, out, out.length, false, 0)
            scanTourPriced(plan, priced, t, out, out.length, false, 0, 1)
            for (const visit of out) {
              const wanted = naiveShift(model, t, some[t]!, visit)
              expect(fast.shift[t * model.visits + visit]).toBe(wanted)
              expect(priced.shift[t * model.visits + visit]).toBe(wanted)
            }
          }
        }),
        { numRuns: 60 },
      )
    })
  }
})

describe('Incumbent', () => {
  it('takes a plan back to exactly what was accepted', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const model = randomModel(seed, { ...EVERYTHING, wild: false })
        const profits = randomProfits(seed, model.visits)
        const { tours } = solve(model, additiveObjective(profits), { seed, stop: maxIterations(10) })
        const plan = planOf(model, tours, profits)
        const image = (): unknown =>
          structuredClone([
            plan.toTours(),
            plan.value(),
            plan.used,
            plan.usedInAll,
            plan.tourOf,
            plan.posOf,
            plan.groupTaken,
            plan.slotTaken,
          ])
        const before = image()
        const incumbent = new Incumbent(plan)
        const rng = new Rng(seed)
        const marked = new Uint8Array(model.visits)
        for (const visit of tours.flat()) if (rng.below(2) === 0) marked[visit] = 1
        for (let t = 0; t < model.tours; t++) plan.removeMarked(t, marked)
        incumbent.rollback(plan)
        expect(image()).toEqual(before)
      }),
      { numRuns: 60 },
    )
  })
})
