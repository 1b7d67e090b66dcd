import type { PlanState } from './plan-state.ts'

/** The accepted plan behind a working plan: commits and rollbacks touch only the tours that changed. */
export class Incumbent {
  readonly #length: Int32Array
  readonly #rows: readonly (readonly [Int32Array, Int32Array])[]
  readonly #stride: number
  readonly #tourOf: Int32Array
  readonly #price: Float64Array
  readonly #sums: Float64Array
  readonly #usedByArcs: Float64Array

  /** Value of the accepted plan. */
  value: number

  constructor(plan: PlanState) {
    this.value = plan.value()
    const rows = [plan.seq, plan.nodeAt, plan.depart, plan.reach, plan.latest, plan.slack]
    this.#rows = rows.map((row) => [row, row.slice()])
    this.#length = plan.length.slice()
    this.#stride = plan.stride
    this.#tourOf = plan.tourOf.slice()
    this.#price = plan.price.slice()
    this.#sums = plan.sums.slice()
    this.#usedByArcs = plan.usedByArcs.slice()
    plan.dirty.fill(0)
  }

  /** Accepts the working plan, worth `value`. */
  commit(plan: PlanState, value: number): void {
    this.value = value
    const kept = this.#rows[0]![1]
    for (let t = 0; t < this.#length.length; t++) {
      if (plan.dirty[t] === 0) continue
      const from = t * this.#stride
      for (let k = from + 1; k <= from + this.#length[t]!; k++) this.#tourOf[kept[k]!] = -1
    }
    for (let t = 0; t < this.#length.length; t++) {
      if (plan.dirty[t] === 0) continue
      plan.dirty[t] = 0
      const from = t * this.#stride
      const end = from + plan.length[t]! + 2
      for (const [row, copy] of this.#rows) for (let k = from; k < end; k++) copy[k] = row[k]!
      this.#length[t] = plan.length[t]!
      this.#price[t] = plan.price[t]!
      for (let k = from + 1; k < end - 1; k++) this.#tourOf[kept[k]!] = t
    }
    this.#sums.set(plan.sums)
    this.#usedByArcs.set(plan.usedByArcs)
  }

  /** Makes any plan of the same model equal to the accepted one. */
  restore(plan: PlanState): void {
    plan.dirty.fill(1)
    this.rollback(plan)
  }

  /** Takes the working plan back to the accepted one. */
  rollback(plan: PlanState): void {
    const tours = this.#length.length
    for (let t = 0; t < tours; t++) {
      if (plan.dirty[t] === 0) continue
      const from = t * this.#stride
      for (let k = from + 1; k <= from + plan.length[t]!; k++) {
        const visit = plan.seq[k]!
        if (this.#tourOf[visit] !== t) plan.leave(visit, t)
      }
    }
    for (let t = 0; t < tours; t++) {
      if (plan.dirty[t] === 0) continue
      plan.dirty[t] = 0
      this.#restore(plan, t)
    }
    plan.sums.set(this.#sums)
  }

  #restore(plan: PlanState, tour: number): void {
    const from = tour * this.#stride
    const end = from + this.#length[tour]! + 2
    for (const [row, copy] of this.#rows) for (let k = from; k < end; k++) row[k] = copy[k]!
    plan.length[tour] = this.#length[tour]!
    plan.price[tour] = this.#price[tour]!
    for (let k = from + 1; k < end - 1; k++) {
      const visit = plan.seq[k]!
      if (plan.tourOf[visit] !== tour) plan.join(visit, tour)
      plan.posOf[visit] = k - from
    }
    plan.dirty[tour] = 0
    const { tours, resources } = plan.sm.model
    for (let r = 0; r < resources.length; r++) {
      const cell = r * tours + tour
      const change = this.#usedByArcs[cell]! - plan.usedByArcs[cell]!
      plan.usedByArcs[cell] = this.#usedByArcs[cell]!
      plan.used[cell] = plan.used[cell]! + change
      plan.usedInAll[r] = plan.usedInAll[r]! + change
    }
  }
}
