import type { InsertionTable } from './insertion-table.ts'
import type { PlanState } from './plan-state.ts'
import { NEVER } from './search-model.ts'
import { earliestStart } from './windows.ts'

/**
 * Finds, for each of `count` visits of `list`, the insertion into one tour that shifts the rest least, and writes it to the table. The hot loop
 * of the solver: everything else is paid per iteration, this per position. Exact: skips only positions that cannot fit.
 * @param again true when the table already holds this tour for these visits: those that did not fit are skipped, as inserting other visits
 * never makes room.
 * @param lenient 1: the position with least travel and stay wins, 0: waiting at the new stop counts too. The shift written always has it.
 * @returns evaluations: positions looked at.
 */
export function scanTour(
  plan: PlanState,
  table: InsertionTable,
  tour: number,
  list: Int32Array,
  count: number,
  again: boolean,
  lenient: number,
): number {
  const { model, open, close, several, into, need } = plan.sm
  const { depart, reach, slack, nodeAt, latest } = plan
  const { service, visitNode, nodes, visits } = model
  const { shift, after } = table
  const from = into[tour]!
  const to = model.travel[tour]!
  const base = tour * plan.stride
  const end = base + plan.length[tour]!
  const cells = tour * visits
  let looked = 0
  for (let i = 0; i < count; i++) {
    const visit = list[i]!
    const cell = cells + visit
    if (again && shift[cell] === NEVER) continue
    const opens = open[cell]!
    const closes = close[cell]!
    const stay = service[visit]!
    const needed = need[visit]!
    const multi = several[cell] === 1
    const row = visitNode[visit]! * nodes
    let best = NEVER
    let least = NEVER
    let bestAfter = -1
    let k = base
    // No stop that must be reached before this one can have opened and been served comes next.
    const soonest = opens + stay
    while (k < end && latest[k + 1]! < soonest) k++
    for (; k <= end; k++) {
      const left = depart[k]!
      if (left > closes) break
      const room = slack[k]!
      if (room < needed) continue
      let time = left + from[row + nodeAt[k]!]!
      if (time > closes) continue
      const arrival = time
      if (time < opens) time = opens
      else if (multi) time = earliestStart(model, visit, tour, time)
      const moved = time + stay + to[row + nodeAt[k + 1]!]! - reach[k]!
      if (moved > room) continue
      const measure = moved - lenient * (time - arrival)
      if (measure < least) {
        least = measure
        best = moved
        bestAfter = k - base
      }
    }
    looked += k - base
    shift[cell] = best
    after[cell] = bestAfter
  }
  return looked
}
