import type { Marks } from './ruin.ts'
import type { PlanState } from './plan-state.ts'
import type { Rng } from './rng.ts'

/**
 * Strings near a seed: from each of a few tours closest to a random place, the consecutive stops around its closest stop.
 * Adjacent string removal of SISR (Christiaens and Vanden Berghe 2020, section 5.1); the seed may also be a visit outside the plan.
 */
export function ruinStrings(plan: PlanState, marks: Marks, size: number, rng: Rng): void {
  const { model } = plan.sm
  const seed = model.visitNode[rng.below(model.visits)]!
  const tours = model.tours
  let left = size
  const share = Math.max(2, Math.ceil(size / Math.min(tours, 1 + rng.below(3))))
  for (let i = 0; i < tours && left > 0; i++) {
    const tour = nearestUncut(plan, marks, seed)
    if (tour < 0) break
    left -= string(plan, marks, tour, Math.min(left, share), seed, rng)
  }
}

/** The tour with the stop closest to the seed among those not cut yet, or -1. */
function nearestUncut(plan: PlanState, marks: Marks, seed: number): number {
  let best = -1
  let least = Infinity
  for (let t = 0; t < plan.length.length; t++) {
    const p = closest(plan, t, seed)
    if (p === 0 || marks.marked[plan.seq[t * plan.stride + p]!] === 1) continue
    const distance = plan.sm.model.travel[t]![seed * plan.sm.model.nodes + plan.nodeAt[t * plan.stride + p]!]!
    if (distance < least) {
      least = distance
      best = t
    }
  }
  return best
}

/** Position of the stop closest to the seed; 0 in an empty tour. */
function closest(plan: PlanState, tour: number, seed: number): number {
  const row = seed * plan.sm.model.nodes
  const travel = plan.sm.model.travel[tour]!
  const base = tour * plan.stride
  let best = 0
  let least = Infinity
  for (let p = 1; p <= plan.length[tour]!; p++) {
    const distance = travel[row + plan.nodeAt[base + p]!]!
    if (distance < least) {
      least = distance
      best = p
    }
  }
  return best
}

function string(plan: PlanState, marks: Marks, tour: number, size: number, seed: number, rng: Rng): number {
  const stops = plan.length[tour]!
  const some = Math.min(size, stops)
  const p = closest(plan, tour, seed)
  const low = Math.max(1, p - some + 1)
  const high = Math.min(p, stops - some + 1)
  const from = low + rng.below(high - low + 1)
  for (let k = from; k < from + some; k++) marks.mark(plan.seq[tour * plan.stride + k]!)
  return some
}
