import { withoutMustSee } from './apply-relaxation.ts'
import { isComplete, type DaySlot } from './missing.ts'
import { prepare } from './prepare.ts'
import type { PlanInput, Prepared } from './problem.ts'
import { skeleton } from './skeleton.ts'
import { staticConflicts } from './static-conflicts.ts'

/** What must be, as far as it was found possible: the trip prepared with needs only, its tours, and the owed meals nobody could have. */
export type Needs = { readonly prepared: Prepared; readonly tours: readonly (readonly number[])[]; readonly unmet: readonly DaySlot[] }

/**
 * Finds room for everything that must be in the plan; null when there is none. Too few restaurants in reach for all the days is nobody's wish and
 * refuses nothing: meals that are missing even when nothing is wished for count as not to be had.
 */
export function needsOf(input: PlanInput): Needs | null {
  const prepared = prepare(input, { needsOnly: true })
  const first = skeleton(prepared, [])
  if (isComplete(first.missing)) return { prepared, tours: first.tours, unmet: [] }
  // What is required weighs more than any meal: if it is missing, no meal is in its way.
  const unmet = first.missing.required.length > 0 ? [] : unmetMeals(input)
  if (unmet.length === 0) return null
  const { tours, missing } = skeleton(prepared, unmet)
  return isComplete(missing) ? { prepared, tours, unmet } : null
}

function unmetMeals(input: PlanInput): readonly DaySlot[] {
  const wishless = withoutMustSee(input, input.brief.wishes.mustSee)
  return skeleton(prepare(wishless, { needsOnly: true }), [], 'thorough').missing.slots.filter(({ slot }) => slot !== 'rest')
}

/** True when everything that must be in the plan fits. */
export function isFeasible(input: PlanInput): boolean {
  return staticConflicts(input).length === 0 && needsOf(input) !== null
}
