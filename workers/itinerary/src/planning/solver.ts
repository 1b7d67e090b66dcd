import type { DayPlan, HolidayCalendar, Infeasible, Place, Plan, Result, TripBrief } from '@yeojeong/domain'

export type Problem = {
  readonly brief: TripBrief
  readonly places: readonly Place[]
  /** Null: nobody has a list, so whatever hangs on a holiday is unknown. */
  readonly holidays: HolidayCalendar | null
  readonly seed: number
}
/** `share` 0 … 1 of the work done; the first draft of days as soon as there is one. */
export type OnProgress = (share: number, draft: readonly DayPlan[] | null) => void

/** Finds plans, and judges them independently. `check` answers the rules a plan breaks; none = fit to be shown. */
export type Solver = {
  solve(problem: Problem, onProgress: OnProgress): Promise<Result<Plan, Infeasible>>
  check(problem: Problem, plan: Plan): readonly string[]
}

export const solveTrip: Solver = {
  solve: () => Promise.reject(new Error('the planner has not landed')),
  check: () => [],
}
