import { IDLE_GAP_EXPLAINED_FROM_MIN, holidaysOn, type DayPlan, type Warning } from '@yeojeong/domain'
import { owes, SLOTS } from '../trip/compile.ts'
import type { Prepared } from '../trip/problem.ts'
import type { NoMeal } from '../trip/missing.ts'
import { warning } from './codes.ts'
import { idleBefore } from './stop-reasons.ts'

const LONG_WAY_MIN = 75

/** @param noMeals owed meals for which nothing could be found, tried and confirmed. */
export function warningsOf(
  prepared: Prepared,
  days: readonly DayPlan[],
  unknownCosts: number,
  noMeals: readonly NoMeal[],
): readonly Warning[] {
  const found: Warning[] = []
  for (const day of days) found.push(...dayWarnings(prepared, day), ...stopWarnings(prepared, day))
  for (const { day, slot, cause } of noMeals) found.push(warning('no-meal-found', { meal: slot, cause }, null, day))
  if (prepared.input.brief.budget !== null && unknownCosts > 0) found.push(warning('costs-unknown', { stops: unknownCosts }, null, null))
  const rides = days.flatMap((day) => day.stops).filter((stop) => stop.leg?.mode === 'taxi').length
  if (rides > 0) found.push(warning('taxi-fares-unknown', { rides }, null, null))
  return [...found, ...lodgingWarnings(prepared)]
}

function dayWarnings({ setting, input }: Prepared, day: DayPlan): readonly Warning[] {
  const found: Warning[] = []
  const frame = setting.days[day.index]!
  const holidays = holidaysOn(input.holidays, day.date)
  if (holidays !== 'unknown' && holidays.length > 0) found.push(warning('holiday-hours', { date: day.date }, null, day.index))
  if (frame.beyondPace) found.push(warning('day-beyond-pace', { startAtMin: frame.from, endAtMin: frame.until }, null, day.index))
  if (frame.lodging === null && day.index < setting.days.length - 1) found.push(warning('no-lodging', { date: day.date }, null, day.index))
  const limitMin = 240
  if (day.movingMin > limitMin) found.push(warning('moving-beyond-limit', { movingMin: day.movingMin, limitMin }, null, day.index))
  if (!day.stops.some((s) => s.kind === 'sight')) {
    const booked = day.stops.some((s) => s.kind === 'booking')
    const short = frame.latest - frame.earliest < 180
    found.push(warning('empty-day', { cause: booked ? 'booked' : short ? 'short' : 'nothing-fits' }, null, day.index))
  }
  // With a lodging there is always a place to lie down, unless what is fixed takes the whole day.
  const nowhere = frame.lodging === null || !day.stops.some((s) => s.kind === 'sight')
  const restless = owes(frame, 'rest', setting.party) && !day.stops.some((s) => s.kind === 'rest') && nowhere
  if (restless && SLOTS.includes('rest')) found.push(warning('no-rest-found', { travellerIds: setting.party.restIds }, null, day.index))
  return found
}

function stopWarnings({ setting }: Prepared, day: DayPlan): readonly Warning[] {
  return day.stops.flatMap((stop, i) => {
    const found: Warning[] = []
    const gapMin = idleBefore(day.stops, i)
    if (gapMin >= IDLE_GAP_EXPLAINED_FROM_MIN)
      found.push(warning('idle-gap', { gapMin, fromAtMin: stop.startMin - gapMin, toAtMin: stop.startMin }, stop.id, day.index))
    if (!stop.hoursKnown) found.push(warning('hours-unknown', {}, stop.id, day.index))
    if ((stop.leg?.durationMin ?? 0) >= LONG_WAY_MIN)
      found.push(warning('long-way', { durationMin: stop.leg!.durationMin }, stop.id, day.index))
    if (stop.kind === 'booking' && setting.party.wheelchairIds.length > 0) {
      found.push(
        warning('booking-access-unknown', { bookingId: stop.refId!, travellerIds: setting.party.wheelchairIds }, stop.id, day.index),
      )
    }
    return found
  })
}

function lodgingWarnings({ setting, input }: Prepared): readonly Warning[] {
  const { wheelchairIds } = setting.party
  if (wheelchairIds.length === 0) return []
  return input.brief.lodgings.flatMap(({ id, stepFree }) => {
    if (stepFree === 'yes') return []
    const params = { lodgingId: id, travellerIds: wheelchairIds }
    return [
      stepFree === 'no' ? warning('lodging-not-step-free', params, null, null) : warning('lodging-access-unknown', params, null, null),
    ]
  })
}
