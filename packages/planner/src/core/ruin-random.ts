import type { Marks } from './ruin.ts'
import type { PlanState } from './plan-state.ts'
import type { Rng } from './rng.ts'

/** Stops drawn evenly from the whole plan. */
export function ruinRandom(plan: PlanState, marks: Marks, size: number, rng: Rng): void {
  for (let i = 0; i < size; i++) {
    const tour = rng.below(plan.length.length)
    const stops = plan.length[tour]!
    if (stops > 0) marks.mark(plan.seq[tour * plan.stride + 1 + rng.below(stops)]!)
  }
}
