import { Solver } from '../core/solve.ts'
import { firstOf, maxEvaluations, noImprovement } from '../core/stop.ts'
import { isComplete, missingOf } from './missing.ts'
import type { Prepared } from './problem.ts'
import { warmStart } from './warm-start.ts'

/** Search effort of one feasibility question: only what must be is in it, so it is small. */
const TRIAL_EVALUATIONS = 200_000

/**
 * Tours that hold all that must be in the plan and nothing else, of a trip prepared with needs only; null when the search found none. Tried, not
 * proven: null may be a weak search's opinion.
 */
export function skeleton(prepared: Prepared): readonly (readonly number[])[] | null {
  const { compiled, objective, input } = prepared
  const stop = firstOf(maxEvaluations(TRIAL_EVALUATIONS), noImprovement(600))
  const solver = new Solver(compiled.model, objective, { seed: input.seed, stop, initial: warmStart(prepared) })
  for (;;) {
    if (isComplete(missingOf(prepared, solver.best.tours))) return solver.best.tours
    if (solver.step(20_000).done) break
  }
  return isComplete(missingOf(prepared, solver.best.tours)) ? solver.best.tours : null
}
