import { UNREACHABLE, type RouteModel } from '../core/model.ts'
import { earliestStart } from '../core/windows.ts'
import type { Prepared } from './problem.ts'

/** Whether visits fit a day in this order, by the solver's own model: windows, ways, caps of the day. */
export function fitsDay({ compiled: { model } }: Prepared, tour: readonly number[], day: number): boolean {
  const travel = model.travel[day]!
  let node = model.startNode[day]!
  let time = model.earliest[day]!
  for (const visit of tour) {
    const next = model.visitNode[visit]!
    time = earliestStart(model, visit, day, time + travel[node * model.nodes + next]!)
    if (time >= UNREACHABLE) return false
    time += model.service[visit]!
    node = next
  }
  return time + travel[node * model.nodes + model.endNode[day]!]! <= model.latest[day]! && withinCaps(model, tour, day)
}

function pathOf(model: RouteModel, tour: readonly number[], day: number): readonly number[] {
  return [model.startNode[day]!, ...tour.map((v) => model.visitNode[v]!), model.endNode[day]!]
}

function withinCaps(model: RouteModel, tour: readonly number[], day: number): boolean {
  const path = pathOf(model, tour, day)
  const slots = tour.map((v) => model.slot[v]!).filter((slot) => slot >= 0)
  if (new Set(slots).size < slots.length) return false
  return model.resources.every(({ perVisit, perArc, tourCap }) => {
    if (tourCap === null) return true
    const stops = perVisit === null ? 0 : tour.reduce((sum, v) => sum + perVisit[v]!, 0)
    const ways = perArc === null ? 0 : path.slice(1).reduce((sum, node, i) => sum + perArc[day]![path[i]! * model.nodes + node]!, 0)
    return stops + ways <= tourCap[day]!
  })
}

/** Points a day's ways cost: travel and what follows what; waiting left out. */
export function wayPoints({ compiled: { model } }: Prepared, tour: readonly number[], day: number): number {
  const path = pathOf(model, tour, day)
  return path.slice(1).reduce((sum, node, i) => {
    const cell = path[i]! * model.nodes + node
    return sum + model.travel[day]![cell]! * model.travelPrice[day]! + (model.arcPrice?.[day]![cell] ?? 0)
  }, 0)
}

/** Minutes a day's ways take. */
export function wayMinutes({ compiled: { model } }: Prepared, tour: readonly number[], day: number): number {
  const path = pathOf(model, tour, day)
  return path.slice(1).reduce((sum, node, i) => sum + model.travel[day]![path[i]! * model.nodes + node]!, 0)
}
