import { UNREACHABLE } from './model.ts'
import type { Objective } from './objective.ts'
import { profitsOf } from './search-model.ts'
import type { SearchModel } from './search-model.ts'
import { refreshTour } from './refresh.ts'

/**
 * A working plan: tours as rows of positions. Row t starts at t * stride; position 0 is the start node, 1 .. length[t] the stops and
 * length[t] + 1 the end node. Positional arrays keep the scan over insertion positions in consecutive memory.
 */
export class PlanState {
  readonly sm: SearchModel
  readonly objective: Objective
  readonly profits: Float64Array | null
  readonly stride: number
  readonly length: Int32Array
  /** [rows] visit at a position; -1 at both ends. */
  readonly seq: Int32Array
  readonly nodeAt: Int32Array
  /** [rows] earliest departure, and that plus the travel to the next position. */
  readonly depart: Int32Array
  readonly reach: Int32Array
  /** [rows] latest feasible start of service (at the end node: arrival). */
  readonly latest: Int32Array
  /** [rows] latest[next] - reach: by how much the next stop can be put off. */
  readonly slack: Int32Array
  /** [visits] tour and position, -1 when not in the plan. */
  readonly tourOf: Int32Array
  readonly posOf: Int32Array
  /** [groups] visits of a group in the plan (0 or 1); [tours x slots] visits in a slot (0 or 1). */
  readonly groupTaken: Uint8Array
  readonly slotTaken: Uint8Array
  /** [resources x tours] and [resources] amounts used. */
  readonly used: Float64Array
  readonly usedInAll: Float64Array
  /** [resources x tours] the part of `used` that belongs to arcs. */
  readonly usedByArcs: Float64Array
  /** [tours] travel, waiting and arc prices of a tour. */
  readonly price: Float64Array
  /** Sum of profits when the objective is additive, and the penalties for missing groups and slots. */
  sums: Float64Array
  /** [tours] 1 when changed since the last commit or rollback. */
  readonly dirty: Uint8Array
  /** Position at which the last failed refresh gave up. */
  broken = 0

  constructor(sm: SearchModel, objective: Objective) {
    const m = sm.model
    this.sm = sm
    this.objective = objective
    this.profits = profitsOf(objective)
    this.stride = m.visits + 2
    const rows = m.tours * this.stride
    this.length = new Int32Array(m.tours)
    this.seq = new Int32Array(rows).fill(-1)
    this.nodeAt = new Int32Array(rows)
    this.depart = new Int32Array(rows)
    this.reach = new Int32Array(rows)
    this.latest = new Int32Array(rows)
    this.slack = new Int32Array(rows)
    this.tourOf = new Int32Array(m.visits).fill(-1)
    this.posOf = new Int32Array(m.visits).fill(-1)
    this.groupTaken = new Uint8Array(m.groups)
    this.slotTaken = new Uint8Array(m.tours * m.slots)
    this.used = new Float64Array(m.resources.length * m.tours)
    this.usedInAll = new Float64Array(m.resources.length)
    this.usedByArcs = new Float64Array(m.resources.length * m.tours)
    this.price = new Float64Array(m.tours)
    this.sums = new Float64Array(2)
    this.dirty = new Uint8Array(m.tours)
    for (let g = 0; g < m.groups; g++) this.sums[1]! += sm.groupPenalty[g]!
    for (let i = 0; i < m.slotPenalty.length; i++) this.sums[1]! += m.slotPenalty[i]!
    for (let t = 0; t < m.tours; t++) refreshTour(this, t)
  }

  /** Value of the plan as defined in model.ts. */
  value(): number {
    let value = (this.profits === null ? this.objective.value() : this.sums[0]!) - this.sums[1]!
    if (this.sm.priced) for (let t = 0; t < this.price.length; t++) value -= this.price[t]!
    return value
  }

  /** Puts a visit after position `after` of a tour. The caller has checked feasibility, or checks refreshTour's answer. */
  insert(visit: number, tour: number, after: number): boolean {
    const base = tour * this.stride
    const stops = this.length[tour]!
    this.seq.copyWithin(base + after + 2, base + after + 1, base + stops + 1)
    this.seq[base + after + 1] = visit
    this.length[tour] = stops + 1
    this.seq[base + stops + 2] = -1
    this.join(visit, tour)
    return refreshTour(this, tour)
  }

  /** Takes out every stop of a tour for which `marked[visit]` is 1 and clears the marks. False when the rest is infeasible (no triangle inequality). */
  removeMarked(tour: number, marked: Uint8Array): boolean {
    const base = tour * this.stride
    const stops = this.length[tour]!
    let kept = 0
    for (let p = 1; p <= stops; p++) {
      const visit = this.seq[base + p]!
      if (marked[visit] === 1) {
        marked[visit] = 0
        this.leave(visit, tour)
      } else this.seq[base + ++kept] = visit
    }
    this.seq[base + kept + 1] = -1
    this.length[tour] = kept
    return refreshTour(this, tour)
  }

  /** Bookkeeping of a visit that enters a tour, all but its place in the row. */
  join(visit: number, tour: number): void {
    this.tourOf[visit] = tour
    this.dirty[tour] = 1
    if (this.profits !== null) this.sums[0] = this.sums[0]! + this.profits[visit]!
    else this.objective.add(visit, tour)
    this.count(visit, tour, 1)
  }

  leave(visit: number, tour: number): void {
    this.tourOf[visit] = -1
    this.posOf[visit] = -1
    this.dirty[tour] = 1
    if (this.profits !== null) this.sums[0] = this.sums[0]! - this.profits[visit]!
    else this.objective.remove(visit, tour)
    this.count(visit, tour, -1)
  }

  /** Group, slot and resource counters, with the penalties that hang on them. */
  count(visit: number, tour: number, sign: number): void {
    const m = this.sm.model
    const group = m.group[visit]!
    this.groupTaken[group] = this.groupTaken[group]! + sign
    this.sums[1] = this.sums[1]! - sign * this.sm.groupPenalty[group]!
    const slot = m.slot[visit]!
    if (slot >= 0) {
      const cell = tour * m.slots + slot
      this.slotTaken[cell] = this.slotTaken[cell]! + sign
      this.sums[1] = this.sums[1]! - sign * m.slotPenalty[cell]!
    }
    for (let r = 0; r < m.resources.length; r++) {
      const perVisit = m.resources[r]!.perVisit
      if (perVisit === null) continue
      this.used[r * m.tours + tour] = this.used[r * m.tours + tour]! + sign * perVisit[visit]!
      this.usedInAll[r] = this.usedInAll[r]! + sign * perVisit[visit]!
    }
  }

  /** True when the whole plan keeps every resource cap. */
  withinCaps(): boolean {
    const { resources, tours } = this.sm.model
    for (let r = 0; r < resources.length; r++) {
      const { tourCap, planCap } = resources[r]!
      if (planCap < UNREACHABLE && this.usedInAll[r]! > planCap) return false
      for (let t = 0; tourCap !== null && t < tours; t++) {
        if (this.used[r * tours + t]! > tourCap[t]!) return false
      }
    }
    return true
  }

  /** The stops of each tour, in order, as plain arrays. */
  toTours(): number[][] {
    return Array.from(this.length, (stops, t) => Array.from(this.seq.subarray(t * this.stride + 1, t * this.stride + 1 + stops)))
  }
}
