/** When to stop, as a value. Rules combine with `firstOf`; the annealing cools by the same number, so each rule also sets the pace. */

/** What a rule may look at. Evaluations: insertion positions looked at (see solve.ts). */
export type SearchStatus = { readonly evaluations: number; readonly iterations: number; readonly iterationsSinceBest: number }

/** Share of the search that is over: 0 at the start, 1 or more = stop now. Must not decrease. */
export type StopRule = (status: SearchStatus) => number

/** Stops after about `limit` evaluations (an iteration under way is finished). The budget to use in a Worker, where clocks stand still. */
export function maxEvaluations(limit: number): StopRule {
  return (status) => status.evaluations / limit
}

/** Stops after `limit` iterations (ruin, recreate, accept or not). */
export function maxIterations(limit: number): StopRule {
  return (status) => status.iterations / limit
}

/**
 * Stops in time for an answer `limitMs` after the rule was made. Not reproducible, of course.
 * A busy machine takes the processor away for a while, again and again: the longest stretch between two looks at the clock is kept free at the end.
 * @param nowMs a clock in milliseconds, injected: wall or CPU time. @param spareMs kept free at least.
 */
export function deadline(nowMs: () => number, limitMs: number, spareMs = 0): StopRule {
  const from = nowMs()
  let last = Infinity
  let longest = spareMs
  return () => {
    const now = nowMs()
    longest = Math.max(longest, now - last)
    last = now
    return (now - from) / Math.max(1e-9, limitMs - longest)
  }
}

/** Stops after `limit` iterations without a better plan. Gives no pace to the cooling: combine it with a budget. */
export function noImprovement(limit: number): StopRule {
  return (status) => (status.iterationsSinceBest >= limit ? 1 : 0)
}

/** Stops when the first of the rules does. */
export function firstOf(...rules: readonly StopRule[]): StopRule {
  return (status) => rules.reduce((most, rule) => Math.max(most, rule(status)), 0)
}
