import type { Marks } from './ruin.ts'
import { UNREACHABLE } from './model.ts'
import type { PlanState } from './plan-state.ts'
import type { Rng } from './rng.ts'
import { NEVER } from './search-model.ts'
import { earliestStart } from './windows.ts'

/**
 * Makes room for one visit outside the plan: of all segments of one tour whose removal lets it in, removes the one worth least (with noise, so
 * that equal cases differ), and leaves the visit as the guest to insert first. What excludes the guest from that tour goes too.
 */
export function ruinRoom(plan: PlanState, marks: Marks, _size: number, rng: Rng): void {
  const { model, open, close } = plan.sm
  const guest = rng.below(model.visits)
  const tour = rng.below(model.tours)
  const cell = tour * model.visits + guest
  if (plan.tourOf[guest]! >= 0 || open[cell]! > close[cell]!) return
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
  if (!exclude(plan, marks, guest, tour, rng)) {
    marks.withdraw()
    return
  }
  marks.guest = guest
  marks.guestTour = tour
  while (bestFrom > 0 && marks.marked[plan.seq[base + bestFrom]!] === 1) bestFrom--
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

/** Marks what keeps the guest out of a tour: others of its group and slot, and the least of what uses up a cap. False when something must stay. */
function exclude(plan: PlanState, marks: Marks, guest: number, tour: number, rng: Rng): boolean {
  const { group, slot, resources, tours } = plan.sm.model
  const rival = (visit: number, t: number): boolean =>
    group[visit] === group[guest] || (t === tour && slot[guest]! >= 0 && slot[visit] === slot[guest])
  for (let t = 0; t < tours; t++) {
    for (let k = t * plan.stride + 1; k <= t * plan.stride + plan.length[t]!; k++) {
      const visit = plan.seq[k]!
      if (rival(visit, t) && !marks.take(visit)) return false
    }
  }
  for (let r = 0; r < resources.length; r++) {
    const { perVisit, tourCap, planCap } = resources[r]!
    if (perVisit === null || perVisit[guest] === 0) continue
    if (tourCap !== null && tourCap[tour]! < UNREACHABLE) {
      const over = plan.used[r * tours + tour]! + perVisit[guest]! - tourCap[tour]!
      if (!lighten(plan, marks, perVisit, over, tour, rng)) return false
    }
    if (planCap < UNREACHABLE && plan.usedInAll[r]! + perVisit[guest]! > planCap) return false
  }
  return true
}

/** Marks stops of a tour, those worth least first (with noise), until so much less of a resource is used. */
function lighten(plan: PlanState, marks: Marks, perVisit: Int32Array, over: number, tour: number, rng: Rng): boolean {
  const base = tour * plan.stride
  let left = over
  for (let k = base + 1; k <= base + plan.length[tour]!; k++) if (marks.marked[plan.seq[k]!] === 1) left -= perVisit[plan.seq[k]!]!
  while (left > 0) {
    let least = Infinity
    let lightest = -1
    for (let k = base + 1; k <= base + plan.length[tour]!; k++) {
      const visit = plan.seq[k]!
      if (perVisit[visit] === 0 || marks.marked[visit] === 1 || plan.sm.pinned[visit] === 1) continue
      const worth = plan.objective.worth[visit]! * (0.5 + rng.unit())
      if (worth >= least) continue
      least = worth
      lightest = visit
    }
    if (lightest < 0) return false
    marks.mark(lightest)
    left -= perVisit[lightest]!
  }
  return true
}
