import type { Marks } from './ruin.ts'
import { admissible } from './recreate.ts'
import type { PlanState } from './plan-state.ts'
import type { Rng } from './rng.ts'
import { NEVER } from './search-model.ts'
import { earliestStart } from './windows.ts'

/**
 * Makes room for one visit outside the plan: of all segments of one tour whose removal lets it in, removes the one worth least (with noise, so
 * that equal cases differ), and leaves the visit as the guest to insert first.
 */
export function ruinRoom(plan: PlanState, marks: Marks, _size: number, rng: Rng): void {
  const { model, open, close } = plan.sm
  const guest = rng.below(model.visits)
  const tour = rng.below(model.tours)
  const cell = tour * model.visits + guest
  if (plan.tourOf[guest]! >= 0 || open[cell]! > close[cell]! || !admissible(plan, guest, tour)) return
  const base = tour * plan.stride
  const stops = plan.length[tour]!
  let least = Infinity
  let bestFrom = -1
  let bestTo = -1
  for (let p = 0; p <= stops; p++) {
    const departure = arrivalAfter(plan, guest, tour, base + p)
    if (departure === NEVER) continue
    let lost = 0
    for (let q = p + 1; q <= stops + 1; q++) {
      const arrival = departure + model.travel[tour]![model.visitNode[guest]! * model.nodes + plan.nodeAt[base + q]!]!
      if (arrival <= plan.latest[base + q]!) {
        const cost = lost * (0.5 + rng.unit())
        if (cost < least) {
          least = cost
          bestFrom = p
          bestTo = q
        }
        break
      }
      const visit = plan.seq[base + q]!
      if (q > stops || plan.sm.pinned[visit] === 1) break
      lost += plan.objective.worth[visit]!
      if (lost > 2 * least) break
    }
  }
  if (bestFrom < 0) return
  for (let p = bestFrom + 1; p < bestTo; p++) marks.mark(plan.seq[base + p]!)
  marks.guest = guest
  marks.guestTour = tour
  marks.guestAfter = bestFrom === 0 ? -1 : plan.seq[base + bestFrom]!
}

/** Departure from `visit` when it follows row entry k; NEVER when it cannot. */
function arrivalAfter(plan: PlanState, visit: number, tour: number, k: number): number {
  const { model, open, close, several } = plan.sm
  const cell = tour * model.visits + visit
  let time = plan.depart[k]! + model.travel[tour]![plan.nodeAt[k]! * model.nodes + model.visitNode[visit]!]!
  if (time > close[cell]!) return NEVER
  if (several[cell] === 1) time = earliestStart(model, visit, tour, time)
  else if (time < open[cell]!) time = open[cell]!
  return time + model.service[visit]!
}
