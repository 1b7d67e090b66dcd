import {
  ok,
  type DayPlan,
  type HolidayCalendar,
  type Infeasible,
  type Place,
  type Plan,
  type Result,
  type TripBrief,
} from '@yeojeong/domain'
import { Planning, type LegSource, type Previous } from '@yeojeong/planner'
import { check, type Violation } from '@yeojeong/planner/check'

export type Problem = {
  readonly brief: TripBrief
  readonly places: readonly Place[]
  /** Null: nobody has a list, so whatever hangs on a holiday is unknown. */
  readonly holidays: HolidayCalendar | null
  readonly seed: number
  /** Where way times come from; the model's where absent. */
  readonly legs?: LegSource
  /** A plan to begin with, and the stops of it that stay as they are. */
  readonly previous?: Previous
}
/** `share` 0 … 1 of the work done; the first draft of days as soon as there is one. */
export type OnProgress = (share: number, draft: readonly DayPlan[] | null) => void

/** Finds plans, and judges them independently. `check` answers what is wrong with a plan; nothing = fit to be shown. */
export type Solver = {
  /** `isLate`: whoever waits has waited long enough; the best plan so far is the answer as soon as there is one. */
  solve(problem: Problem, onProgress: OnProgress, isLate?: () => boolean): Promise<Result<Plan, Infeasible>>
  check(problem: Problem, plan: Plan): readonly Pick<Violation, 'rule'>[]
}

/** Evaluations between two breaths, some ten milliseconds of work: others on this thread get their turn in between. */
const STEP_EVALUATIONS = 60_000
/** Progress is told in steps of this share of the search, with the best plan so far where it has got better. */
const TOLD_EVERY = 0.1

/** The planner, a slice at a time, and its independent checker. `evaluations` bounds the search; the planner's own measure where absent. */
export function tripSolver(evaluations?: number): Solver {
  const effort = evaluations === undefined ? {} : { evaluations }
  return {
    solve: (problem, onProgress, isLate = () => false) => search(new Planning({ ...problem, ...effort }), onProgress, isLate),
    check: (problem, plan) => check({ ...problem, plan }).filter(({ severity }) => severity === 'error'),
  }
}

async function search(planning: Planning, onProgress: OnProgress, isLate: () => boolean): Promise<Result<Plan, Infeasible>> {
  onProgress(0, planning.draft()?.days ?? null)
  let told = 0
  let better = false
  for (;;) {
    const { done, share, improved } = planning.step(STEP_EVALUATIONS)
    if (done) return planning.result()
    await breath()
    if (isLate()) {
      const draft = planning.draft()
      if (draft !== null) return ok(draft)
    }
    better ||= improved
    if (share - told < TOLD_EVERY) continue
    onProgress(share, better ? (planning.draft()?.days ?? null) : null)
    told = share
    better = false
  }
}

function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
