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

function fitsAlone(prepared: Prepared, day: number, visit: number): boolean {
  const { visits } = prepared.compiled
  const fixed = visits
    .flatMap((v, i) => (v.fixed?.day === day ? [i] : []))
    .sort((a, b) => visits[a]!.fixed!.fromMin - visits[b]!.fixed!.fromMin)
  return [...fixed, null].some((_, p) => fitsDay(prepared, [...fixed.slice(0, p), visit, ...fixed.slice(p)], day))
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
