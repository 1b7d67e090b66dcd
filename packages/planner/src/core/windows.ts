import type { RouteModel } from './model.ts'
import { NEVER } from './search-model.ts'

/** Earliest start of service at or after `arrival`, or NEVER. For cells with several windows; one window is handled inline where it counts. */
export function earliestStart(model: RouteModel, visit: number, tour: number, arrival: number): number {
  const cell = visit * model.tours + tour
  const end = model.windowFrom[cell + 1]!
  for (let w = model.windowFrom[cell]!; w < end; w++) {
    if (arrival <= model.windowClose[w]!) return Math.max(arrival, model.windowOpen[w]!)
  }
  return NEVER
}

/** Latest start of service at or before `bound`, or -NEVER. */
export function latestStart(model: RouteModel, visit: number, tour: number, bound: number): number {
  const cell = visit * model.tours + tour
  const from = model.windowFrom[cell]!
  for (let w = model.windowFrom[cell + 1]! - 1; w >= from; w--) {
    if (bound >= model.windowOpen[w]!) return Math.min(bound, model.windowClose[w]!)
  }
  return -NEVER
}
