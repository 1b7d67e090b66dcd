import type { MealCause } from '../explain/codes.ts'
import { feedsEverybody, servesMeal, accessExclusion } from './eligibility.ts'
import type { Slot } from './compile.ts'
import type { Prepared } from './problem.ts'
import { fitsDay } from './tour-check.ts'

/**
 * Why a day has no meal or rest in a slot although one is owed: the cause when nothing could be had even on a day with nothing else in it but what
 * is fixed; null when something could.
 */
export function excuse(prepared: Prepared, tours: readonly (readonly number[])[], day: number, slot: Slot): MealCause | null {
  const { compiled } = prepared
  const used = new Set(tours.flat().map((v) => compiled.visits[v]!.group))
  const possible = compiled.visits.flatMap((v, i) =>
    v.slot === slot && v.fixed === null && v.windows[day]!.length > 0 && !used.has(v.group) ? [i] : [],
  )
  if (possible.length === 0) return whyNone(prepared, slot)
  const affordable = possible.filter((v) => isAffordable(prepared, tours, v))
  if (affordable.length === 0) return 'over-budget'
  return affordable.some((v) => fitsAlone(prepared, day, v)) ? null : 'out-of-reach'
}

/** Whether what is not required could give way to pay for it. */
function isAffordable({ compiled, input }: Prepared, tours: readonly (readonly number[])[], visit: number): boolean {
  const { budget } = input.brief
  if (budget === null) return true
  const cost = (v: number): number => compiled.visits[v]!.cost?.amount ?? 0
  const bound = tours
    .flat()
    .reduce((sum, v) => sum + (compiled.visits[v]!.required || compiled.visits[v]!.role === 'meal' ? cost(v) : 0), 0)
  return bound + cost(visit) <= budget.amount
}

/** Whether a day with nothing in it but what is fixed has room for each of these, all at different places. */
export function mealsFit(prepared: Prepared, day: number, meals: readonly Slot[]): boolean {
  const { visits } = prepared.compiled
  const place = (tour: readonly number[], left: readonly Slot[]): boolean => {
    const [meal, ...rest] = left
    if (meal === undefined) return true
    const there = new Set(tour.map((v) => visits[v]!.group))
    return visits.some((visit, v) => {
      if (visit.slot !== meal || visit.fixed !== null || visit.windows[day]!.length === 0 || there.has(visit.group)) return false
      return withIn(tour, v).some((longer) => fitsDay(prepared, longer, day) && place(longer, rest))
    })
  }
  return place(fixedOn(prepared, day), meals)
}

function withIn(tour: readonly number[], visit: number): readonly (readonly number[])[] {
  return [...tour, null].map((_, p) => [...tour.slice(0, p), visit, ...tour.slice(p)])
}

function fixedOn({ compiled: { visits } }: Prepared, day: number): readonly number[] {
  const fixed = visits.flatMap((v, i) => (v.fixed?.day === day ? [i] : []))
  return fixed.sort((a, b) => visits[a]!.fixed!.fromMin - visits[b]!.fixed!.fromMin)
}

function fitsAlone(prepared: Prepared, day: number, visit: number): boolean {
  return withIn(fixedOn(prepared, day), visit).some((tour) => fitsDay(prepared, tour, day))
}

function whyNone({ input, setting }: Prepared, slot: Slot): MealCause {
  if (slot === 'rest') return 'no-places'
  const serving = input.places.filter((place) => servesMeal(place, slot))
  if (serving.length === 0) return 'no-places'
  const eatable = serving.filter((place) => feedsEverybody(place, setting.party))
  if (eatable.length === 0) return 'no-diet-match'
  if (eatable.every((place) => accessExclusion(place, setting.party) !== null)) return 'no-access'
  return 'nothing-open'
}
