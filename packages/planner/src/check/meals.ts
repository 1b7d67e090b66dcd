import { MEAL_LIMITS, MEAL_MIN, MEAL_OWED, type Stop } from '@yeojeong/domain'
import { bookingsOn, dateOfDay, isFree, visitsOf, type Context } from './context.ts'
import { restaurantInReach } from './meal-claim.ts'
import { unservedDiets } from './party.ts'
import { clock, violation, type Violation } from './violation.ts'

export function* mealViolations(context: Context): Generator<Violation> {
  for (const [day, { stops }] of context.plan.days.entries()) {
    const meals = stops.filter((stop) => stop.kind === 'meal')
    for (const stop of meals) yield* atMealtime(stop, day)
    yield* apart(meals, day)
    for (const meal of ['lunch', 'dinner'] as const) yield* owed(context, day, meal, meals)
  }
  for (const visit of visitsOf(context)) {
    const { stop, place } = visit
    if (stop.kind !== 'meal') continue
    if (place.food === undefined || (stop.meal !== null && !place.food.meals.includes(stop.meal))) {
      yield violation('meal-place', visit, `${place.id} serves ${place.food?.meals.join(', ') ?? 'no meals'}, not ${stop.meal ?? ''}`)
    }
    const unserved = unservedDiets(context.party.diets, place.food?.diets ?? [])
    if (unserved.length > 0) {
      yield violation('meal-diet', visit, `${place.id} is not known to serve ${unserved.join(', ')}`, { unserved: unserved.length })
    }
  }
}

function* atMealtime(stop: Stop, day: number): Generator<Violation> {
  if (stop.meal === null) return
  const { earliestStart, latestStart } = MEAL_LIMITS[stop.meal]
  if (stop.startMin < earliestStart || stop.startMin > latestStart) {
    yield violation(
      'meal-window',
      { day, stop },
      `${stop.meal} starts ${clock(stop.startMin)}, allowed ${clock(earliestStart)}–${clock(latestStart)}`,
      {
        start: stop.startMin,
        earliestStart,
        latestStart,
      },
    )
  }
  const duration = stop.endMin - stop.startMin
  if (duration < MEAL_MIN.shortest || duration > MEAL_MIN.longest) {
    yield violation('meal-duration', { day, stop }, `${stop.meal} of ${duration} min, allowed ${MEAL_MIN.shortest}–${MEAL_MIN.longest}`, {
      duration,
    })
  }
}

function* apart(meals: readonly Stop[], day: number): Generator<Violation> {
  const inTime = meals.toSorted((a, b) => a.startMin - b.startMin)
  for (const [index, stop] of inTime.entries()) {
    const before = inTime[index - 1]
    if (before === undefined) continue
    const gap = stop.startMin - before.startMin
    if (gap < MEAL_MIN.betweenStarts) {
      yield violation('meal-gap', { day, stop }, `${gap} min after the meal before, at least ${MEAL_MIN.betweenStarts}`, { gap })
    }
  }
}

function* owed(context: Context, day: number, meal: 'lunch' | 'dinner', meals: readonly Stop[]): Generator<Violation> {
  const isThere = meals.some((stop) => stop.meal === meal)
  const isClaimed = context.plan.warnings.some(
    (warning) => warning.code === 'no-meal-found' && warning.day === day && warning.params['meal'] === meal,
  )
  if (isThere) {
    if (isClaimed) yield violation('meal-claim', { day }, `says no ${meal} was found, and has one`)
    return
  }
  if (!isMealOwed(context, day, meal)) return
  if (!isClaimed) {
    const { freeBy, freeUntil } = MEAL_OWED[meal]
    yield violation('meal-missing', { day }, `no ${meal} on a day free from ${clock(freeBy)} until ${clock(freeUntil)}`, {
      freeBy,
      freeUntil,
    })
    return
  }
  const reachable = restaurantInReach(context, day, meal)
  if (reachable !== null) {
    yield violation('meal-claim', { day }, `says no ${meal} was found; ${reachable.place.id} was free at ${clock(reachable.start)}`, {
      start: reachable.start,
    })
  }
}

/** Free over the meal's whole window, with nothing booked into it and no table booked too near to eat again. */
function isMealOwed({ brief }: Context, day: number, meal: 'lunch' | 'dinner'): boolean {
  const { freeBy, freeUntil } = MEAL_OWED[meal]
  const { earliestStart, latestStart } = MEAL_LIMITS[meal]
  const tables = bookingsOn(brief, dateOfDay(brief, day)).filter(({ kind }) => kind === 'restaurant')
  const isEaten = tables.some(({ startMin }) => Math.max(startMin - earliestStart, latestStart - startMin) < MEAL_MIN.betweenStarts)
  return !isEaten && isFree(brief, day, freeBy, freeUntil)
}
