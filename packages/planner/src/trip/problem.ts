import type { HolidayCalendar, Place, TripBrief } from '@yeojeong/domain'
import type { Setting } from './candidates.ts'
import type { Compiled } from './compile.ts'
import type { Previous } from './fixed.ts'
import type { TripObjective } from './trip-objective.ts'
import type { LegSource, Ways } from './ways.ts'

export type PlanInput = {
  readonly brief: TripBrief
  /** Candidates; those of another region or barred to the party are passed over. */
  readonly places: readonly Place[]
  /** Null: no table for this country, so hours that hang on holidays are unknown. */
  readonly holidays: HolidayCalendar | null
  /** Way times; the domain's calibrated model where absent. */
  readonly legs?: LegSource
  /** Any 32-bit integer; the same input, seed and evaluations give the same plan on every machine. */
  readonly seed: number
  /** Search effort: insertion positions looked at; DEFAULT_EVALUATIONS where absent. About 5 million a second. */
  readonly evaluations?: number
  /** A plan to start from, and the stops of it that must stay exactly as they are (those marked `locked` always do). */
  readonly previous?: Previous
  /** By traveller id, 0 … 1: nobody named here is to be served less than this, or than the plan before serves them, whichever is less. */
  readonly atLeast?: { readonly [travellerId: string]: number }
}

/** A trip ready to be searched. */
export type Prepared = {
  readonly input: PlanInput
  readonly setting: Setting
  readonly ways: Ways
  readonly compiled: Compiled
  readonly objective: TripObjective
  readonly currency: string
}
