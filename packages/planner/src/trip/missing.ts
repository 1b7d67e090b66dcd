import type { MealCause } from '../explain/codes.ts'
import { SLOTS, owes, type Slot } from './compile.ts'
import type { Prepared } from './problem.ts'
import { excuse } from './excuse.ts'

export type NoMeal = { readonly day: number; readonly slot: 'lunch' | 'dinner'; readonly cause: MealCause }

export type DaySlot = { readonly day: number; readonly slot: Slot }

export type Missing = {
  /** Groups (place ids, booking ids, locked stop ids) that must be in the plan and are not. */
  readonly required: readonly string[]
  /** Meals and rests that are owed, missing, and possible. */
  readonly slots: readonly DaySlot[]
  /** Owed meals that nothing in reach can give: tried on a day with nothing else in it. */
  readonly excused: readonly NoMeal[]
}

export function isComplete({ required, slots }: Missing): boolean {
  return required.length === 0 && slots.length === 0
}

/** @param unmet owed meals that were found not to be had however the trip is planned. */
export function missingOf(prepared: Prepared, tours: readonly (readonly number[])[], unmet: readonly DaySlot[]): Missing {
  const { compiled, setting } = prepared
  const there = new Set(tours.flat().map((v) => compiled.visits[v]!.group))
  const required = [...new Set(compiled.visits.filter((v) => v.required && !there.has(v.group)).map((v) => v.group))]
  const slots: DaySlot[] = []
  const excused: NoMeal[] = []
  for (const day of setting.days) {
    for (const slot of SLOTS) {
      const has = tours[day.index]!.some((v) => compiled.visits[v]!.slot === slot)
      if (has || !owes(day, slot, setting.party) || day.fixed.some((f) => f.slot === slot)) continue
      const cause =
        excuse(prepared, tours, day.index, slot) ?? (unmet.some((u) => u.day === day.index && u.slot === slot) ? 'out-of-reach' : null)
      if (cause === null) slots.push({ day: day.index, slot })
      else if (slot !== 'rest') excused.push({ day: day.index, slot, cause })
    }
  }
  return { required, slots, excused }
}
