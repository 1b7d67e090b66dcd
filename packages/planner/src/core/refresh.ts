import { UNREACHABLE } from './model.ts'
import type { PlanState } from './plan-state.ts'
import { NEVER } from './search-model.ts'
import { earliestStart, latestStart } from './windows.ts'

/**
 * Recomputes everything positional of a tour from its sequence: earliest departures forwards, latest feasible starts backwards, slack between.
 * Savelsbergh's forward time slack, extended to several windows: latest[i] is the greatest start s in one of i's windows with
 * s + service + travel <= latest[i + 1], so "can be reached by latest[i]" answers feasibility of the whole rest in O(1).
 * @returns false when some stop cannot be reached in its windows: `plan.broken` is then its position (the last stop's when the end is reached too
 * late) and the positional arrays are not to be used.
 */
export function refreshTour(plan: PlanState, tour: number): boolean {
  const { model, open, close, several } = plan.sm
  const { seq, nodeAt, depart, reach, latest, slack, posOf } = plan
  const { visitNode, service, nodes, visits } = model
  const travel = model.travel[tour]!
  const base = tour * plan.stride
  const stops = plan.length[tour]!
  const cell = tour * visits
  let node = model.startNode[tour]!
  let time = model.earliest[tour]!
  nodeAt[base] = node
  depart[base] = time
  for (let k = base + 1; k <= base + stops; k++) {
    const visit = seq[k]!
    const next = visitNode[visit]!
    time += travel[node * nodes + next]!
    reach[k - 1] = time
    if (several[cell + visit] === 1) time = earliestStart(model, visit, tour, time)
    else if (time < open[cell + visit]!) time = open[cell + visit]!
    if (time > close[cell + visit]!) {
      plan.broken = k - base
      return false
    }
    time += service[visit]!
    depart[k] = time
    nodeAt[k] = next
    posOf[visit] = k - base
    node = next
  }
  const last = base + stops + 1
  const end = model.endNode[tour]!
  nodeAt[last] = end
  time += travel[node * nodes + end]!
  reach[last - 1] = time
  depart[last] = NEVER
  let bound = model.latest[tour]!
  latest[last] = bound
  slack[last - 1] = bound - time
  if (time > bound) {
    plan.broken = stops
    return false
  }
  for (let k = last - 1; k > base; k--) {
    const visit = seq[k]!
    bound -= reach[k]! - depart[k]! + service[visit]!
    if (several[cell + visit] === 1) bound = latestStart(model, visit, tour, bound)
    else if (bound > close[cell + visit]!) bound = close[cell + visit]!
    latest[k] = bound
    slack[k - 1] = bound - reach[k - 1]!
  }
  if (plan.sm.priced) priceTour(plan, tour)
  return true
}

/** Travel, waiting and arc prices of a tour, and what its arcs use of each resource. */
function priceTour(plan: PlanState, tour: number): void {
  const m = plan.sm.model
  const base = tour * plan.stride
  const last = base + plan.length[tour]! + 1
  const arcPrice = m.arcPrice === null ? null : m.arcPrice[tour]!
  let travel = 0
  let price = 0
  for (let k = base; k < last; k++) {
    travel += plan.reach[k]! - plan.depart[k]!
    if (arcPrice !== null) price += arcPrice[plan.nodeAt[k]! * m.nodes + plan.nodeAt[k + 1]!]!
  }
  price += travel * m.travelPrice[tour]!
  if (m.waitPrice[tour] !== 0) price += m.waitPrice[tour]! * waitingOf(plan, tour)
  plan.price[tour] = price
  for (let r = 0; r < m.resources.length; r++) {
    const perArc = m.resources[r]!.perArc
    if (perArc === null) continue
    const matrix = perArc[tour]!
    let amount = 0
    for (let k = base; k < last; k++) amount += matrix[plan.nodeAt[k]! * m.nodes + plan.nodeAt[k + 1]!]!
    const cell = r * m.tours + tour
    const change = amount - plan.usedByArcs[cell]!
    plan.usedByArcs[cell] = amount
    plan.used[cell] = plan.used[cell]! + change
    plan.usedInAll[r] = plan.usedInAll[r]! + change
  }
}

/** Idle time of a tour that is left as late as it can be without ending later. */
function waitingOf(plan: PlanState, tour: number): number {
  const m = plan.sm.model
  const base = tour * plan.stride
  const stops = plan.length[tour]!
  if (stops === 0) return 0
  const finish = plan.reach[base + stops]!
  let bound = finish
  let busy = 0
  for (let k = base + stops; k > base; k--) {
    const visit = plan.seq[k]!
    const leg = plan.reach[k]! - plan.depart[k]!
    busy += leg + m.service[visit]!
    bound = latestStart(m, visit, tour, bound - leg - m.service[visit]!)
  }
  const waiting = finish - bound - busy
  return waiting < UNREACHABLE ? waiting : 0
}
