import { MEAL_LIMITS, MEAL_MIN } from '@yeojeong/domain'
import type { DayFrame } from './days.ts'

type Starts = { readonly from: number; readonly to: number }
export type MealHours = { readonly lunch: Starts; readonly dinner: Starts }

/** The widest hours there are: lunch ends and dinner begins MEAL_MIN.betweenStarts apart, so that dinner may be early. */
const WIDE: MealHours = {
  lunch: { from: MEAL_LIMITS.lunch.earliestStart, to: MEAL_LIMITS.dinner.earliestStart - MEAL_MIN.betweenStarts },
  dinner: { from: MEAL_LIMITS.dinner.earliestStart, to: MEAL_LIMITS.dinner.latestStart },
}
/** The hours people eat at. */
const USUAL: MealHours = { lunch: { from: 11 * 60 + 30, to: WIDE.lunch.to }, dinner: { from: 17 * 60 + 15, to: WIDE.dinner.to } }
/** For who arrives at noon. */
const LATE: MealHours = {
  lunch: { from: 11 * 60 + 30, to: MEAL_LIMITS.lunch.latestStart },
  dinner: { from: MEAL_LIMITS.lunch.latestStart + MEAL_MIN.betweenStarts, to: WIDE.dinner.to },
}

/** When lunch and dinner may start on a day, apart from each other and from a table that is booked. */
export function mealHours(day: Pick<DayFrame, 'earliest' | 'fixed' | 'hurried'>): MealHours {
  const usual = day.hurried ? WIDE : day.earliest > 12 * 60 ? LATE : USUAL
  const [lunch, dinner] = (['lunch', 'dinner'] as const).map((meal) => day.fixed.find((f) => f.slot === meal)?.startMin)
  const open: MealHours = { lunch: { from: WIDE.lunch.from, to: LATE.lunch.to }, dinner: WIDE.dinner }
  if (lunch === undefined && dinner === undefined) return usual
  return {
    lunch: dinner === undefined ? open.lunch : { ...open.lunch, to: Math.min(open.lunch.to, dinner - MEAL_MIN.betweenStarts) },
    dinner: lunch === undefined ? open.dinner : { ...open.dinner, from: Math.max(open.dinner.from, lunch + MEAL_MIN.betweenStarts) },
  }
}
