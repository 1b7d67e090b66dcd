import type { Marks } from './ruin.ts'
import type { PlanState } from './plan-state.ts'
import type { Rng } from './rng.ts'

/** Consecutive stops of one tour. */
export function ruinSegment(plan: PlanState, marks: Marks, size: number, rng: Rng): void {
  const tour = rng.below(plan.length.length)
  const stops = plan.length[tour]!
  const some = Math.min(size, stops)
  const from = rng.below(stops - some + 1)
  for (let p = from; p < from + some; p++) marks.mark(plan.seq[tour * plan.stride + 1 + p]!)
}

/** Consecutive stops of each tour at the same share of the day: days can exchange what belongs to that time. */
export function ruinSlice(plan: PlanState, marks: Marks, size: number, rng: Rng): void {
  const tours = plan.length.length
  const at = rng.unit()
  for (let t = 0; t < tours; t++) {
    const stops = plan.length[t]!
    const wished = 1 + rng.below(Math.max(1, Math.ceil((2 * size) / tours)))
    const from = Math.max(0, Math.min(stops - wished, Math.floor(at * stops - wished / 2 + 0.5)))
    for (let p = from; p < Math.min(stops, from + wished); p++) marks.mark(plan.seq[t * plan.stride + 1 + p]!)
  }
}
