/**
 * What a plan is worth apart from the model's own penalties and prices (see model.ts).
 *
 * The solver keeps the objective in step with its working plan through `add` and `remove`, and asks `gain` for the marginal value of a visit
 * that is not in the plan. It depends on which visit is in which tour, not on order or time.
 */
export interface Objective {
  /** Marginal value of adding `visit` (not in the plan) to `tour` now: value after `add` minus value before. */
  gain(visit: number, tour: number): number
  add(visit: number, tour: number): void
  /** Takes back an earlier `add(visit, tour)`. The order of removals need not mirror that of the additions. */
  remove(visit: number, tour: number): void
  /** Value of the current contents, in score. Must depend on the contents alone (up to rounding), not on how they came about. */
  value(): number
  /** Empties the objective. */
  clear(): void
  /** [visits] rough worth of each visit by itself, > 0 for anything wanted: steers which stops are tried first. */
  readonly worth: Float64Array
  /** True when gain(v, t) is always worth[v] and value() the sum: the solver then keeps the sum itself and calls none of the methods. */
  readonly additive: boolean
}

/** The benchmark's objective: the sum of the profits [visits] of the visits made. */
export function additiveObjective(profits: Float64Array): Objective {
  let sum = 0
  return {
    additive: true,
    worth: profits,
    gain: (visit) => profits[visit]!,
    add: (visit) => {
      sum += profits[visit]!
    },
    remove: (visit) => {
      sum -= profits[visit]!
    },
    value: () => sum,
    clear: () => {
      sum = 0
    },
  }
}
