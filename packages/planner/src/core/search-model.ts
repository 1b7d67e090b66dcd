import type { RouteModel } from './model.ts'
import type { Objective } from './objective.ts'

/** An open window that no arrival meets. */
export const NEVER = 1 << 29
/** Penalty for leaving out a locked visit: above every score, so that no accepted plan ever does. */
const LOCK_PENALTY = 1e9

/** A visit that must stay in the plan: `tour` = on that tour, anywhere; `order` = also never moved relative to the other ordered ones. */
export type Lock = { readonly visit: number; readonly tour: number; readonly hold: 'tour' | 'order' }

/** The model as the hot loops want it: cells tour-major (tour * visits + visit), windows reduced to their hull with a flag for several. */
export type SearchModel = {
  readonly model: RouteModel
  /** [tours x visits] first opening and last closing; NEVER and -NEVER where the visit is impossible. */
  readonly open: Int32Array
  readonly close: Int32Array
  /** [tours x visits] 1 where there is more than one window. */
  readonly several: Uint8Array
  /** One matrix per tour, transposed travel: into[to * nodes + from]. The same array as `travel` when symmetric. */
  readonly into: readonly Int32Array[]
  /** [visits] least slack a position must have before the visit can fit. */
  readonly need: Int32Array
  /** [visits] 1 for visits that are never taken out. */
  readonly pinned: Uint8Array
  readonly groupPenalty: Float64Array
  /** False when every visit has a group of its own. */
  readonly shared: boolean
  /** True when tours have prices or resources depend on arcs, so that the priced scan is needed. */
  readonly priced: boolean
}

export function searchModel(model: RouteModel, locks: readonly Lock[]): SearchModel {
  const cells = model.tours * model.visits
  const compiled = {
    model,
    open: new Int32Array(cells).fill(NEVER),
    close: new Int32Array(cells).fill(-NEVER),
    several: new Uint8Array(cells),
    into: transposed(model),
    need: model.service.map((service) => service + model.detourFloor),
    pinned: new Uint8Array(model.visits),
    groupPenalty: model.groupPenalty.slice(),
    shared: model.groups < model.visits,
    priced: isPriced(model),
  }
  fillWindows(model, compiled)
  for (const lock of locks) applyLock(model, compiled, lock)
  return compiled
}

function fillWindows(model: RouteModel, { open, close, several }: Pick<SearchModel, 'open' | 'close' | 'several'>): void {
  for (let v = 0; v < model.visits; v++) {
    for (let t = 0; t < model.tours; t++) {
      const from = model.windowFrom[v * model.tours + t]!
      const end = model.windowFrom[v * model.tours + t + 1]!
      if (from === end) continue
      const cell = t * model.visits + v
      open[cell] = model.windowOpen[from]!
      close[cell] = model.windowClose[end - 1]!
      several[cell] = end - from > 1 ? 1 : 0
    }
  }
}

/** A locked visit loses its other tours, and the alternatives of its group lose all of theirs. */
function applyLock(model: RouteModel, compiled: SearchModel, { visit, tour, hold }: Lock): void {
  const group = model.group[visit]!
  for (let v = 0; v < model.visits; v++) {
    if (model.group[v] !== group) continue
    for (let t = 0; t < model.tours; t++) {
      if (v === visit && t === tour) continue
      compiled.open[t * model.visits + v] = NEVER
      compiled.close[t * model.visits + v] = -NEVER
    }
  }
  compiled.groupPenalty[group] = LOCK_PENALTY
  if (hold === 'order') compiled.pinned[visit] = 1
}

function isPriced(model: RouteModel): boolean {
  const positive = (price: number): boolean => price !== 0
  const byArc = model.arcPrice !== null || model.resources.some((r) => r.perArc !== null)
  return byArc || model.travelPrice.some(positive) || model.waitPrice.some(positive)
}

function transposed(model: RouteModel): Int32Array[] {
  const done = new Map<Int32Array, Int32Array>()
  return model.travel.map((matrix) => {
    const known = done.get(matrix) ?? transpose(matrix, model.nodes)
    done.set(matrix, known)
    return known
  })
}

function transpose(matrix: Int32Array, nodes: number): Int32Array {
  if (isSymmetric(matrix, nodes)) return matrix
  const into = new Int32Array(matrix.length)
  for (let from = 0; from < nodes; from++) {
    for (let to = 0; to < nodes; to++) into[to * nodes + from] = matrix[from * nodes + to]!
  }
  return into
}

function isSymmetric(matrix: Int32Array, nodes: number): boolean {
  for (let from = 1; from < nodes; from++) {
    for (let to = 0; to < from; to++) {
      if (matrix[from * nodes + to] !== matrix[to * nodes + from]) return false
    }
  }
  return true
}

/** The objective's own notion of a visit's worth, or the profits themselves when it is a plain sum. */
export function profitsOf(objective: Objective): Float64Array | null {
  return objective.additive ? objective.worth : null
}
