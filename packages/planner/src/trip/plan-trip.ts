import { err, ok, type Infeasible, type Plan, type Result } from '@yeojeong/domain'
import { DEFAULT_PARAMETERS, type Parameters } from '../core/parameters.ts'
import { Solver, type Lock } from '../core/solve.ts'
import { maxEvaluations } from '../core/stop.ts'
import { droppedOf } from '../explain/dropped.ts'
import { memberReports } from '../explain/members.ts'
import { withReasons } from '../explain/stop-reasons.ts'
import { warningsOf } from '../explain/warnings.ts'
import { assemble, costOfPlan } from './assemble.ts'
import { hurriedDays, needsOf } from './feasible.ts'
import { refuse } from './infeasible.ts'
import { isComplete, missingOf, type DaySlot, type Missing } from './missing.ts'
import { prepare } from './prepare.ts'
import type { PlanInput, Prepared } from './problem.ts'
import { staticConflicts } from './static-conflicts.ts'
import { translate, warmStart } from './warm-start.ts'

/** Enough for a five-day trip to come within a few per cent of what a search ten times as long finds; under a second on one core. */
export const DEFAULT_EVALUATIONS = 8_000_000

/** Trips have few stops and many near-equal plans: cooled further than the benchmark's long tours. Measured in docs/design/0006-objective.md. */
const TRIP_SEARCH: Parameters = { ...DEFAULT_PARAMETERS, cool: 0.04, cold: 0.015, glance: 0.15 }

export type PlanningProgress = {
  readonly done: boolean
  /** 0 … 1 of the search. */
  readonly share: number
  readonly evaluations: number
  /** Value of the best plan so far; null while the problem is known to be impossible. */
  readonly score: number | null
  readonly improved: boolean
}

/**
 * A plan in the making, for callers that must yield: `step` searches on, `draft` is the best plan so far (there from the start), `result` the answer.
 * How the work is cut into steps does not change the result. Nothing here reads a clock.
 */
export class Planning {
  readonly #input: PlanInput
  readonly #refused: Infeasible | null
  #attempt: Attempt | null
  /** What was said last of how far it is, and where this attempt began: a second one takes the rest of the way, and never goes back. */
  #share = 0
  #from = 0

  constructor(input: PlanInput) {
    this.#input = input
    const conflicts = staticConflicts(input)
    this.#refused = conflicts.length > 0 ? refuse(input, conflicts) : null
    this.#attempt = this.#refused === null ? attempt(input) : null
  }

  /** Searches for about so many evaluations more. */
  step(evaluations: number): PlanningProgress {
    if (this.#attempt === null) return { done: true, share: 1, evaluations: 0, score: null, improved: false }
    const { done, share, improved, value, evaluations: spent } = this.#attempt.solver.step(evaluations)
    const again = done && (this.#hurry() || this.#rescue())
    if (again) this.#from = this.#share
    else this.#share = this.#from + (1 - this.#from) * Math.min(1, share)
    return { done: done && !again, share: this.#share, improved, score: value, evaluations: spent }
  }

  /** The best plan so far; null while it lacks something that must be in it. */
  draft(): Plan | null {
    if (this.#attempt === null) return null
    const missing = this.#missing()
    return isComplete(missing) ? planOf(this.#attempt, missing) : null
  }

  /** The answer, once `step` has said it is done: the plan, or why there is none. */
  result(): Result<Plan, Infeasible> {
    if (this.#refused !== null) return err(this.#refused)
    const plan = this.draft()
    return plan === null ? err(refuse(this.#input, [])) : ok(plan)
  }

  /** Before a plan says that there is no meal, that day gets the widest hours there are and the search starts again from the plan. */
  #hurry(): boolean {
    const { prepared, solver, unmet, held } = this.#attempt!
    if (held) return false
    const { days } = prepared.setting
    const more = this.#missing()
      .excused.filter(({ day }) => !days[day]!.hurried)
      .map(({ day }) => day)
    if (more.length === 0) return false
    const wide = prepare(this.#input, { everyMeal: true, hurried: [...hurriedDays(prepared), ...more] })
    this.#attempt = { prepared: wide, solver: solverFor(wide, translate(prepared, wide, solver.best.tours)), unmet, held }
    return true
  }

  /** A search that ends without something that must be has proven nothing: before a trip is refused, one holds on to the meals that were found. */
  #rescue(): boolean {
    if (this.#attempt!.held || isComplete(this.#missing())) return false
    const held = attemptFromNeeds(this.#input, true)
    if (held !== null) this.#attempt = held
    return held !== null
  }

  #missing(): Missing {
    const { prepared, solver, unmet } = this.#attempt!
    return missingOf(prepared, solver.best.tours, unmet)
  }
}

/** `held`: the meals it began with stay on their days. */
type Attempt = { readonly prepared: Prepared; readonly solver: Solver; readonly unmet: readonly DaySlot[]; readonly held: boolean }

/** Begins where the plan before ended, or with a quick first fill; where that has no room for all that must be, with a plan of nothing else. */
function attempt(input: PlanInput): Attempt {
  const prepared = prepare(input)
  const solver = solverFor(prepared, warmStart(prepared))
  const first = { prepared, solver, unmet: [], held: false }
  return isComplete(missingOf(prepared, solver.best.tours, [])) ? first : (attemptFromNeeds(input, false) ?? first)
}

/** Null when what must be does not fit. */
function attemptFromNeeds(input: PlanInput, held: boolean): Attempt | null {
  const needs = needsOf(input)
  if (needs === null) return null
  const wide = prepare(input, { everyMeal: true, hurried: hurriedDays(needs.prepared) })
  const tours = translate(needs.prepared, wide, needs.tours)
  const isMeal = (visit: number): boolean => wide.compiled.visits[visit]!.slot !== null
  const locks = tours.flatMap((tour, t) => tour.filter((v) => held && isMeal(v)).map((visit): Lock => ({ visit, tour: t, hold: 'tour' })))
  return { prepared: wide, solver: solverFor(wide, tours, locks), unmet: needs.unmet, held }
}

/** Plans a trip in one go. Pure: the same input gives the same answer. */
export function planTrip(input: PlanInput): Result<Plan, Infeasible> {
  const planning = new Planning(input)
  while (!planning.step(1 << 22).done);
  return planning.result()
}

function solverFor(prepared: Prepared, initial: readonly (readonly number[])[], locks: readonly Lock[] = []): Solver {
  const { compiled, objective, input } = prepared
  const stop = maxEvaluations(input.evaluations ?? DEFAULT_EVALUATIONS)
  const begin = (): Solver => new Solver(compiled.model, objective, { seed: input.seed, stop, initial, locks, parameters: TRIP_SEARCH })
  const solver = begin()
  return promise(prepared, solver.best.tours) ? begin() : solver
}

/** What somebody is to be served at least can be promised as far as what the search begins with does so. True when anything was promised. */
function promise({ objective, input }: Prepared, tours: readonly (readonly number[])[]): boolean {
  const { atLeast } = input
  if (atLeast === undefined) return false
  objective.clear()
  tours.forEach((tour, t) => tour.forEach((visit) => objective.add(visit, t)))
  const had = objective.satisfaction()
  objective.promise(input.brief.travellers.map(({ id }, m) => Math.min(atLeast[id] ?? 0, had[m]!)))
  return true
}

function planOf({ prepared, solver }: Attempt, missing: Missing): Plan {
  const { tours, value: score } = solver.best
  const assembled = assemble(prepared, tours)
  const days = withReasons(prepared, assembled)
  const cost = costOfPlan(days, prepared.currency)
  return {
    days,
    dropped: droppedOf(prepared, tours),
    members: memberReports(prepared, tours, assembled),
    cost,
    warnings: warningsOf(prepared, days, cost.unknownStops, missing.excused),
    score: Math.round(score * 100) / 100,
  }
}
