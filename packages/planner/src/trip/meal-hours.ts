import { MEAL_LIMITS, MEAL_MIN } from '@yeojeong/domain'
import type { DayFrame } from './days.ts'

type Starts = { readonly from: number; readonly to: number }
export type MealHours = { readonly lunch: Starts; readonly dinner: Starts }

/** Lunch ends and dinner begins its hours MEAL_MIN.betweenStarts apart, wherever the line is drawn: usually so that dinner may be early. */
const USUAL = hours(MEAL_LIMITS.lunch.earliestStart, MEAL_LIMITS.dinner.earliestStart - MEAL_MIN.betweenStarts)
/** For who arrives at noon. */
const LATE = hours(MEAL_LIMITS.lunch.earliestStart, MEAL_LIMITS.lunch.latestStart)

function hours(lunchFrom: number, lunchTo: number): MealHours {
  return {
    lunch: { from: lunchFrom, to: lunchTo },
    dinner: { from: Math.max(MEAL_LIMITS.dinner.earliestStart, lunchTo + MEAL_MIN.betweenStarts), to: MEAL_LIMITS.dinner.latestStart },
  }
}

/** When lunch and dinner may start on a day, apart from each other and from a table that is booked. */
export function mealHours(day: Pick<DayFrame, 'earliest' | 'fixed' | 'hurried'>): MealHours {
  const usual = day.earliest > 12 * 60 && !day.hurried ? LATE : USUAL
  const [lunch, dinner] = (['lunch', 'dinner'] as const).map((meal) => day.fixed.find((f) => f.slot === meal)?.startMin)
  const wide: MealHours = { lunch: LATE.lunch, dinner: USUAL.dinner }
  if (lunch === undefined && dinner === undefined) return usual
  return {
    lunch: dinner === undefined ? wide.lunch : { ...wide.lunch, to: Math.min(wide.lunch.to, dinner - MEAL_MIN.betweenStarts) },
    dinner: lunch === undefined ? wide.dinner : { ...wide.dinner, from: Math.max(wide.dinner.from, lunch + MEAL_MIN.betweenStarts) },
  }
}
