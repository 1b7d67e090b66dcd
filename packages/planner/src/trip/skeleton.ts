import { Solver } from '../core/solve.ts'
import { firstOf, maxEvaluations, noImprovement } from '../core/stop.ts'
import { isComplete, missingOf, type DaySlot, type Missing } from './missing.ts'
import type { Prepared } from './problem.ts'
import { warmStart } from './warm-start.ts'

/** Search effort of one feasibility question: only what must be is in it, so it is small. `thorough`: before something is said not to be had. */
const EFFORT = { usual: { evaluations: 150_000, patience: 400 }, thorough: { evaluations: 1_500_000, patience: 4_000 } } as const

export type Skeleton = { readonly tours: readonly (readonly number[])[]; readonly missing: Missing }

/**
 * The best plan of nothing but what must be, of a trip prepared with needs only. What it misses was tried for, not proven impossible.
 * @param unmet meals that nobody could have had anyway.
 */
export function skeleton(prepared: Prepared, unmet: readonly DaySlot[], effort: keyof typeof EFFORT = 'usual'): Skeleton {
  const { compiled, objective, input } = prepared
  const stop = firstOf(maxEvaluations(EFFORT[effort].evaluations), noImprovement(EFFORT[effort].patience))
  const solver = new Solver(compiled.model, objective, { seed: input.seed, stop, initial: warmStart(prepared) })
  for (;;) {
    const { tours } = solver.best
    const missing = missingOf(prepared, tours, unmet)
    if (isComplete(missing) || solver.step(20_000).done)
      return { tours: solver.best.tours, missing: missingOf(prepared, solver.best.tours, unmet) }
  }
}
