import type { InsertionTable } from './insertion-table.ts'
import { UNREACHABLE } from './model.ts'
import type { PlanState } from './plan-state.ts'
import { NEVER } from './search-model.ts'
import { earliestStart } from './windows.ts'

/**
 * `scanTour` for models with prices or arc resources: the best position is the one with the least price + timeWorth x shift. The price is exact
 * but for waiting, which is counted at the new stop only; the plan's value, which decides acceptance, is exact.
 * @param timeWorth score a unit of time is worth elsewhere in the plan.
 */
export function scanTourPriced(
  plan: PlanState,
  table: InsertionTable,
  tour: number,
  list: Int32Array,
  count: number,
  again: boolean,
  lenient: number,
  timeWorth: number,
): number {
  const { sm, depart, reach, slack, nodeAt } = plan
  const { model, open, close, several, need } = sm
  const from = sm.into[tour]!
  const to = model.travel[tour]!
  const arcPrice = model.arcPrice === null ? null : model.arcPrice[tour]!
  const base = tour * plan.stride
  const stops = plan.length[tour]!
  const travelPrice = model.travelPrice[tour]!
  const waitPrice = model.waitPrice[tour]!
  let looked = 0
  for (let i = 0; i < count; i++) {
    const visit = list[i]!
    const cell = tour * model.visits + visit
    if (again && table.shift[cell] === NEVER) continue
    const node = model.visitNode[visit]!
    const row = node * model.nodes
    let best = NEVER
    let bestCost = Infinity
    for (let p = 0; p <= stops; p++) {
      const k = base + p
      if (depart[k]! > close[cell]!) break
      looked++
      if (slack[k]! < need[visit]!) continue
      const before = nodeAt[k]!
      const next = nodeAt[k + 1]!
      const there = from[row + before]!
      const onward = to[row + next]!
      const arrival = depart[k]! + there
      if (arrival > close[cell]!) continue
      const start = several[cell] === 1 ? earliestStart(model, visit, tour, arrival) : Math.max(arrival, open[cell]!)
      const moved = start + model.service[visit]! + onward - reach[k]!
      if (moved > slack[k]!) continue
      let price = (there + onward - (reach[k]! - depart[k]!)) * travelPrice
      // Idle time before the first stop is free: the tour simply leaves later.
      if (p > 0) price += (start - arrival) * waitPrice
      if (arcPrice !== null) {
        price += arcPrice[before * model.nodes + node]! + arcPrice[row + next]! - arcPrice[before * model.nodes + next]!
      }
      const cost = price + (moved - lenient * (start - arrival)) * timeWorth
      if (cost >= bestCost || !arcsFit(plan, tour, before, node, next, visit)) continue
      bestCost = cost
      best = moved
      table.after[cell] = p
      table.price[cell] = price
    }
    table.shift[cell] = best
  }
  return looked
}

/** Whether the visit, put after a position, keeps the caps of resources that arcs use. */
export function arcsFitAfter(plan: PlanState, tour: number, after: number, visit: number): boolean {
  const k = tour * plan.stride + after
  return arcsFit(plan, tour, plan.nodeAt[k]!, plan.sm.model.visitNode[visit]!, plan.nodeAt[k + 1]!, visit)
}

/** True when inserting `node` between `before` and `next` keeps the caps of resources that arcs use. */
function arcsFit(plan: PlanState, tour: number, before: number, node: number, next: number, visit: number): boolean {
  const { resources, tours, nodes } = plan.sm.model
  for (let r = 0; r < resources.length; r++) {
    const { perArc, perVisit, tourCap, planCap } = resources[r]!
    if (perArc === null) continue
    const matrix = perArc[tour]!
    const own = perVisit === null ? 0 : perVisit[visit]!
    const change = own + matrix[before * nodes + node]! + matrix[node * nodes + next]! - matrix[before * nodes + next]!
    if (change <= 0) continue
    if (tourCap !== null && tourCap[tour]! < UNREACHABLE && plan.used[r * tours + tour]! + change > tourCap[tour]!) return false
    if (planCap < UNREACHABLE && plan.usedInAll[r]! + change > planCap) return false
  }
  return true
}
