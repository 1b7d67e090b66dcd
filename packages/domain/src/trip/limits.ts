import type { Meal } from '../place.ts'
import type { Pace } from './brief.ts'
import type { Mobility } from './member.ts'

/**
 * What a plan must keep, as data: minutes from local midnight, metres, years.
 * The planner and the checker each read these numbers; neither reads the other's code.
 * Sources: the published checks of TravelPlanner, ChinaTravel and Trip-Plus where one exists, our own judgement elsewhere.
 */
export const MEAL_LIMITS: { readonly [M in Meal]: { readonly earliestStart: number; readonly latestStart: number } } = {
  breakfast: { earliestStart: 6 * 60, latestStart: 9 * 60 },
  lunch: { earliestStart: 11 * 60, latestStart: 13 * 60 + 30 },
  dinner: { earliestStart: 17 * 60, latestStart: 19 * 60 + 30 },
}
export const MEAL_MIN = { shortest: 30, longest: 150, betweenStarts: 240 } as const

/** A full meal is owed when the party is free over its whole window: lunch if free by 11:00 until 14:30, dinner if free by 17:30 until 20:30. */
export const MEAL_OWED: { readonly [M in 'lunch' | 'dinner']: { readonly freeBy: number; readonly freeUntil: number } } = {
  lunch: { freeBy: 11 * 60, freeUntil: 14 * 60 + 30 },
  dinner: { freeBy: 17 * 60 + 30, freeUntil: 20 * 60 + 30 },
}

/** `dayStart`/`dayEnd`: leaving and being back at the lodging; `sights`: most a day; `spanMin`: longest day. */
export const PACE_LIMITS: {
  readonly [P in Pace]: { readonly sights: number; readonly dayStart: number; readonly dayEnd: number; readonly spanMin: number }
} = {
  calm: { sights: 3, dayStart: 9 * 60 + 30, dayEnd: 20 * 60 + 30, spanMin: 11 * 60 },
  balanced: { sights: 4, dayStart: 9 * 60, dayEnd: 21 * 60, spanMin: 12 * 60 },
  full: { sights: 6, dayStart: 8 * 60 + 30, dayEnd: 21 * 60 + 30, spanMin: 13 * 60 },
}

/** Somebody of at most `untilAge` ends the day earlier. */
export const CHILD_DAY_END = { untilAge: 7, dayEnd: 20 * 60 } as const

/** Longest single walk and most walking in a day (ways and inside places together), by how one gets about. */
export const WALK_LIMITS: { readonly [M in Mobility]: { readonly legM: number; readonly dayM: number } } = {
  full: { legM: 1_800, dayM: 14_000 },
  slow: { legM: 600, dayM: 6_000 },
  stroller: { legM: 1_200, dayM: 9_000 },
  wheelchair: { legM: 1_200, dayM: 8_000 },
}
/** Tighter limits by age, whatever the mobility. */
export const AGE_WALK_LIMITS: readonly {
  readonly fromAge: number
  readonly toAge: number
  readonly legM: number
  readonly dayM: number
}[] = [
  { fromAge: 0, toAge: 6, legM: 900, dayM: 7_000 },
  { fromAge: 7, toAge: 12, legM: 1_400, dayM: 10_000 },
  { fromAge: 70, toAge: 120, legM: 1_000, dayM: 8_000 },
]

/**
 * Where a trip by public transport takes a taxi, straight metres: `nearM` where somebody cannot walk what is too near for a train;
 * `littleUpToM` for who walks little (`little`: at most so much at a time, or in a day); `bagsUpToM` with bags and somebody who is owed a rest.
 */
export const TAXI_RELIEF = { nearM: 1_200, little: { legM: 600, dayM: 6_000 }, littleUpToM: 3_000, bagsUpToM: 5_000 } as const

/** Who is owed an afternoon rest on every full day: age at most / at least, or slow, or said so. */
export const REST = {
  childUntilAge: 6,
  elderFromAge: 70,
  shortestMin: 30,
  earliestStart: 13 * 60,
  latestStart: 16 * 60 + 30,
  /** A rest is owed when the party is free over this stretch. */
  owedFrom: 12 * 60 + 30,
  owedUntil: 18 * 60,
} as const

/** Minutes kept clear before and after a booked item. */
export const BOOKING_BUFFER = {
  flight: { before: 90, after: 30 },
  train: { before: 30, after: 15 },
  ticket: { before: 10, after: 0 },
  restaurant: { before: 5, after: 0 },
  other: { before: 10, after: 0 },
} as const

/** Most minutes moving in a day, and the idle gap from which the plan must say what it is for. */
export const DAY_MOVING_MAX_MIN = 240
export const IDLE_GAP_EXPLAINED_FROM_MIN = 60
