import type { PlanState } from './plan-state.ts'
import type { Lock } from './search-model.ts'

/**
 * Takes over a given plan into an empty one as far as it fits: a tour as it stands when it can, else stop by stop, locked visits first so that
 * they are the last to give way.
 * @param initial visits per tour in order; unknown to the plan are none.
 * @throws RangeError when the number of tours differs.
 */
export function loadPlan(plan: PlanState, initial: readonly (readonly number[])[], locks: readonly Lock[]): void {
  if (initial.length !== plan.length.length) throw new RangeError(`initial has ${initial.length} tours, wanted ${plan.length.length}`)
  const locked = new Set(locks.map((lock) => lock.visit))
  const failed = initial.flatMap((visits, tour) => (loadTour(plan, tour, visits) ? [] : [tour]))
  for (const wanted of [true, false]) {
    for (const tour of failed) {
      const visits = initial[tour]!
      visits.forEach((visit, i) => {
        if (locked.has(visit) !== wanted) return
        const before = visits.slice(0, i).findLast((other) => plan.tourOf[other] === tour)
        loadVisit(plan, tour, visit, before === undefined ? 0 : plan.posOf[before]!)
      })
    }
  }
}

/** The whole tour, or nothing. Where the triangle inequality fails, a part of a feasible tour may be infeasible: so not stop by stop. */
function loadTour(plan: PlanState, tour: number, visits: readonly number[]): boolean {
  const marked = new Uint8Array(plan.tourOf.length)
  let feasible = true
  for (const visit of visits) {
    if (!joinable(plan, tour, visit)) feasible = false
    else {
      const fits = plan.insert(visit, tour, plan.length[tour]!)
      marked[visit] = 1
      if (visit === visits.at(-1)) feasible &&= fits
    }
  }
  if (feasible && plan.withinCaps()) return true
  plan.removeMarked(tour, marked)
  return false
}

function loadVisit(plan: PlanState, tour: number, visit: number, after: number): void {
  if (!joinable(plan, tour, visit) || (plan.insert(visit, tour, after) && plan.withinCaps())) return
  const marked = new Uint8Array(plan.tourOf.length)
  marked[visit] = 1
  plan.removeMarked(tour, marked)
}

function joinable(plan: PlanState, tour: number, visit: number): boolean {
  const { group, slot, slots } = plan.sm.model
  if (plan.tourOf[visit]! >= 0 || plan.groupTaken[group[visit]!] === 1) return false
  return slot[visit]! < 0 || plan.slotTaken[tour * slots + slot[visit]!] === 0
}
