import type { PlanState } from './plan-state.ts'
import type { Rng } from './rng.ts'

/** What a ruin marks for removal. Pinned stops cannot be marked. */
export class Marks {
  /** [visits] 1 for marked stops; cleared as they are removed. */
  readonly marked: Uint8Array
  readonly list: Int32Array
  count = 0
  /** A visit outside the plan that the ruin made room for (-1: none), its tour, and the stop it goes after (-1: the start). */
  guest = -1
  guestTour = -1
  guestAfter = -1
  readonly #plan: PlanState

  constructor(plan: PlanState) {
    this.#plan = plan
    this.marked = new Uint8Array(plan.tourOf.length)
    this.list = new Int32Array(plan.tourOf.length)
  }

  clear(): void {
    this.count = 0
    this.guest = -1
  }

  /** Takes all marks back. */
  withdraw(): void {
    for (let i = 0; i < this.count; i++) this.marked[this.list[i]!] = 0
    this.clear()
  }

  /** Marks a visit; false when it is pinned. */
  take(visit: number): boolean {
    this.mark(visit)
    return this.marked[visit] === 1
  }

  mark(visit: number): void {
    if (this.marked[visit] === 1 || this.#plan.sm.pinned[visit] === 1) return
    this.marked[visit] = 1
    this.list[this.count++] = visit
  }
}

/** A way to choose what to remove. `size` is the wished number of stops. May mark nothing. */
export type Ruin = (plan: PlanState, marks: Marks, size: number, rng: Rng) => void
