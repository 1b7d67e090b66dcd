import { withoutMustSee } from './apply-relaxation.ts'
import { isComplete, type DaySlot } from './missing.ts'
import { prepare } from './prepare.ts'
import type { PlanInput, Prepared } from './problem.ts'
import { skeleton } from './skeleton.ts'
import { staticConflicts } from './static-conflicts.ts'

/** What must be, as far as it was found possible: the trip prepared with needs only, its tours, and the owed meals nobody could have. */
export type Needs = { readonly prepared: Prepared; readonly tours: readonly (readonly number[])[]; readonly unmet: readonly DaySlot[] }

/**
 * Finds room for everything that must be in the plan; null when there is none. Days that lack a meal get the widest hours. Too few restaurants in reach for all the days is nobody's wish and
 * refuses nothing: meals that are missing even when nothing is wished for count as not to be had.
 */
export function needsOf(input: PlanInput, hurried: readonly number[] = []): Needs | null {
  const prepared = prepare(input, { needsOnly: true, hurried })
  const first = skeleton(prepared, [])
  const { required, slots, excused } = first.missing
  // What is required weighs more than any meal: if it is missing, no meal is in its way.
  if (required.length > 0) return null
  const hungry = [...slots, ...excused].map(({ day }) => day).filter((day) => !prepared.setting.days[day]!.hurried)
  if (hungry.length > 0) return needsOf(input, [...hurriedDays(prepared), ...hungry])
  if (slots.length === 0) return { prepared, tours: first.tours, unmet: [] }
  const unmet = unmetMeals(input, hurriedDays(prepared))
  if (unmet.length === 0) return null
  const { tours, missing } = skeleton(prepared, unmet)
  return isComplete(missing) ? { prepared, tours, unmet } : null
}

/** Days that were given the widest meal hours, by index. */
export function hurriedDays({ setting }: Prepared): readonly number[] {
  return setting.days.filter((day) => day.hurried).map((day) => day.index)
}

function unmetMeals(input: PlanInput, hurried: readonly number[]): readonly DaySlot[] {
  const wishless = withoutMustSee(input, input.brief.wishes.mustSee)
  return skeleton(prepare(wishless, { needsOnly: true, hurried }), [], 'thorough').missing.slots.filter(({ slot }) => slot !== 'rest')
}

/** True when everything that must be in the plan fits. */
export function isFeasible(input: PlanInput): boolean {
  return staticConflicts(input).length === 0 && needsOf(input) !== null
}
