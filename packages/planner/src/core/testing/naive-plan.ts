import { UNREACHABLE } from '../model.ts'
import type { RouteModel } from '../model.ts'

/** Start of each stop and arrival at the end, going as early as possible from `departure`; a reason when impossible. */
export function naiveTour(
  m: RouteModel,
  tour: number,
  stops: readonly number[],
  departure: number,
): { starts: number[]; end: number } | string {
  let node = m.startNode[tour]!
  let time = departure
  const starts: number[] = []
  const go = (to: number): void => {
    time += m.travel[tour]![node * m.nodes + to]!
    node = to
  }
  for (const visit of stops) {
    go(m.visitNode[visit]!)
    const cell = visit * m.tours + tour
    const options: number[] = []
    for (let w = m.windowFrom[cell]!; w < m.windowFrom[cell + 1]!; w++) {
      if (time <= m.windowClose[w]!) options.push(Math.max(time, m.windowOpen[w]!))
    }
    if (options.length === 0) return `visit ${visit} closed at ${time}`
    time = Math.min(...options)
    starts.push(time)
    time += m.service[visit]!
  }
  go(m.endNode[tour]!)
  return time > m.latest[tour]! ? `tour ${tour} ends at ${time}` : { starts, end: time }
}

/** The broken rule of a plan, or null: everything re-simulated from the model's definitions, sharing nothing with the solver. */
export function naiveViolation(m: RouteModel, tours: readonly (readonly number[])[]): string | null {
  const all = tours.flat()
  if (new Set(all).size < all.length) return 'a visit twice'
  if (new Set(all.map((v) => m.group[v]!)).size < all.length) return 'a group twice'
  for (const [t, stops] of tours.entries()) {
    const simulated = naiveTour(m, t, stops, m.earliest[t]!)
    if (typeof simulated === 'string') return simulated
    const slots = stops.map((v) => m.slot[v]!).filter((slot) => slot >= 0)
    if (new Set(slots).size < slots.length) return `a slot twice in tour ${t}`
  }
  for (const r of m.resources) {
    const used = tours.map((stops, t) => naiveUse(m, r, t, stops))
    if (r.tourCap !== null && used.some((amount, t) => amount > r.tourCap![t]!)) return `${r.name} over its cap for a tour: ${used}`
    if (r.planCap < UNREACHABLE && used.reduce((a, b) => a + b, 0) > r.planCap) return `${r.name} over its cap: ${used}`
  }
  return null
}

function arcs(m: RouteModel, tour: number, stops: readonly number[]): number[] {
  const path = [m.startNode[tour]!, ...stops.map((v) => m.visitNode[v]!), m.endNode[tour]!]
  return path.slice(1).map((to, i) => path[i]! * m.nodes + to)
}

function naiveUse(m: RouteModel, r: RouteModel['resources'][number], tour: number, stops: readonly number[]): number {
  const byVisits = stops.reduce((sum, v) => sum + (r.perVisit?.[v] ?? 0), 0)
  return byVisits + arcs(m, tour, stops).reduce((sum, arc) => sum + (r.perArc?.[tour]![arc] ?? 0), 0)
}

/** Value of a feasible plan by the definition in model.ts, given the objective's part of it. */
export function naiveValue(m: RouteModel, tours: readonly (readonly number[])[], objectiveValue: number): number {
  let value = objectiveValue
  const groups = new Set(tours.flat().map((v) => m.group[v]!))
  m.groupPenalty.forEach((penalty, g) => (value -= groups.has(g) ? 0 : penalty))
  tours.forEach((stops, t) => {
    const filled = new Set(stops.map((v) => m.slot[v]!))
    for (let slot = 0; slot < m.slots; slot++) value -= filled.has(slot) ? 0 : m.slotPenalty[t * m.slots + slot]!
    for (const arc of arcs(m, t, stops)) value -= m.travel[t]![arc]! * m.travelPrice[t]! + (m.arcPrice?.[t]![arc] ?? 0)
    value -= naiveWaiting(m, t, stops) * m.waitPrice[t]!
  })
  return value
}

/** Tries every departure: the latest one that still ends as early as possible leaves the least idle time. */
function naiveWaiting(m: RouteModel, tour: number, stops: readonly number[]): number {
  const early = naiveTour(m, tour, stops, m.earliest[tour]!)
  if (typeof early === 'string' || stops.length === 0) return 0
  const first = stops[0]!
  let least = Infinity
  for (let departure = m.earliest[tour]!; departure <= early.end; departure++) {
    const run = naiveTour(m, tour, stops, departure)
    if (typeof run === 'string' || run.end > early.end) continue
    const busy = stops.reduce((sum, v) => sum + m.service[v]!, 0)
    const legs = arcs(m, tour, stops)
      .slice(1)
      .reduce((sum, arc) => sum + m.travel[tour]![arc]!, 0)
    least = Math.min(least, run.end - run.starts[0]! - busy - legs)
  }
  if (least === Infinity) throw new Error(`no departure serves ${first}`)
  return least
}
