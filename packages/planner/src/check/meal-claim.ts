import { BOOKING_BUFFER, MEAL_LIMITS, MEAL_MIN, PACE_LIMITS, type LatLng, type Meal, type Place } from '@yeojeong/domain'
import { bookingsOn, dateOfDay, freeHours, type Context } from './context.ts'
import { straightM } from './distance.ts'
import { judgeVisit } from './hours.ts'
import { unservedDiets } from './party.ts'
import { partyCost } from './price.ts'
import { hasRoomFor } from './room.ts'

/** Where the party has to be at a time, whatever the plan: nothing of a meal may touch it. */
type Fixed = { readonly from: number; readonly until: number; readonly position: LatLng }

/** A planner is blamed only for a meal it walked past: this near to a stop of the day, with ample time to get there. */
const IN_REACH_M = 3_000
const AMPLE_MEAL_MIN = 60
const STEP_MIN = 5
/** Below this single walk, stations may be too far for somebody, which the checker cannot know. */
const RIDER_WALK_M = 600

/**
 * A suitable restaurant the plan does not use, open that day at that mealtime, that would have been reached even by
 * slow ways; null when there is none, so that "no meal found" was a fair thing to say.
 */
export function restaurantInReach(context: Context, day: number, meal: Meal): { readonly place: Place; readonly start: number } | null {
  const stops = context.plan.days[day]?.stops ?? []
  const others = stops.filter((stop) => stop.kind === 'meal').map((stop) => stop.startMin)
  const fixed = fixedPoints(context, day)
  const { earliestStart, latestStart } = MEAL_LIMITS[meal]
  for (const place of context.placeById.values()) {
    if (!isSuitable(context, place, meal) || !stops.some((stop) => straightM(stop.position, place.position) <= IN_REACH_M)) continue
    if (!hasRoomFor(context, day, place.position, MEAL_LIMITS[meal])) continue
    for (let start = earliestStart; start <= latestStart; start += STEP_MIN) {
      const end = start + Math.max(AMPLE_MEAL_MIN, Math.min(place.stay.min, MEAL_MIN.longest))
      if (others.some((other) => Math.abs(other - start) < MEAL_MIN.betweenStarts)) continue
      if (judgeVisit(place.hours, dateOfDay(context.brief, day), start, end, context.holidays).kind !== 'open') continue
      if (fixed.every((point) => fits(context, point, place.position, start, end))) return { place, start }
    }
  }
  return null
}

function isSuitable({ brief, plan, party }: Context, place: Place, meal: Meal): boolean {
  if (place.food === undefined || !place.food.meals.includes(meal)) return false
  if (place.regionId !== brief.destination.regionId) return false
  if (unservedDiets(party.diets, place.food.diets).length > 0) return false
  if (party.wheelchair && place.stepFree !== 'yes') return false
  if (party.stroller && place.stroller === 'no') return false
  if (place.minAge !== undefined && party.youngest < place.minAge) return false
  if (brief.wishes.avoid.includes(place.id) || brief.wishes.avoidCategories.includes(place.category)) return false
  if (plan.days.some((day) => day.stops.some((stop) => stop.refId === place.id))) return false
  const cost = partyCost(place, brief.travellers)
  if (cost === null || brief.budget === null) return true
  const spent = plan.days.flatMap((day) => day.stops).reduce((sum, stop) => sum + (stop.cost?.amount ?? 0), 0)
  return spent + cost.high <= brief.budget.amount
}

function fixedPoints({ brief, plan, party }: Context, day: number): readonly Fixed[] {
  const stops = plan.days[day]?.stops ?? []
  const [first, last] = [stops[0], stops.at(-1)]
  const free = freeHours(brief, day)
  const fixed: Fixed[] = bookingsOn(brief, dateOfDay(brief, day)).map((booking) => ({
    from: booking.startMin - BOOKING_BUFFER[booking.kind].before,
    until: booking.endMin + BOOKING_BUFFER[booking.kind].after,
    position: booking.position,
  }))
  for (const stop of stops) {
    if (stop.locked) fixed.push({ from: stop.arriveMin, until: stop.endMin, position: stop.position })
  }
  if (first !== undefined) {
    fixed.push({ from: Number.NEGATIVE_INFINITY, until: Math.max(free.from, PACE_LIMITS[brief.pace].dayStart), position: first.position })
  }
  if (last !== undefined) fixed.push({ from: Math.min(free.until, party.dayEnd), until: Number.POSITIVE_INFINITY, position: last.position })
  return fixed
}

function fits(context: Context, point: Fixed, position: LatLng, start: number, end: number): boolean {
  const way = slowMinutes(context, straightM(point.position, position))
  return point.until + way <= start || end + way <= point.from
}

/** Longer than any planner's estimate of the way; infinite where a limit on walking may forbid it. */
function slowMinutes({ brief, party }: Context, straight: number): number {
  if (brief.transport === 'walk') return straight * 1.5 > party.walk.legM ? Number.POSITIVE_INFINITY : (straight * 1.5) / 40
  if (brief.transport === 'transit' && party.walk.legM < RIDER_WALK_M) return Number.POSITIVE_INFINITY
  return 45 + (straight / 1000) * 3.5
}
