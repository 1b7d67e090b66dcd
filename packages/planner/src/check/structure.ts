import type { DayPlan, Stop } from '@yeojeong/domain'
import { dayNumber } from './calendar.ts'
import { dateOfDay, freeHours, lodgingsOfNight, stopsOf, tripDays, type Context } from './context.ts'
import { clock, violation, type Violation } from './violation.ts'

export function* structureViolations(context: Context): Generator<Violation> {
  const { brief, plan } = context
  const wanted = tripDays(brief)
  if (plan.days.length !== wanted) {
    yield violation('day-count', {}, `${plan.days.length} days, the trip has ${wanted}`, { days: plan.days.length, wanted })
  }
  for (const [day, dayPlan] of plan.days.entries()) {
    yield* datedRight(context, dayPlan, day)
    yield* startsAndEnds(context, dayPlan, day)
    yield* withinTrip(context, dayPlan, day)
  }
  yield* stopIds(context)
  yield* kindsInPlace(context)
}

function* datedRight({ brief }: Context, { date, index, stops }: DayPlan, day: number): Generator<Violation> {
  const wanted = dateOfDay(brief, day)
  if (date !== wanted || index !== day) {
    yield violation('day-date', { day }, `day ${day} says index ${index} and ${date}, is ${wanted}`, {
      index,
      daysOff: dayNumber(date) - dayNumber(wanted),
    })
  }
  if (stops.length === 0) yield violation('day-empty', { day }, 'no stops', { stops: 0 })
}

function* startsAndEnds({ brief }: Context, { stops }: DayPlan, day: number): Generator<Violation> {
  const [first, last] = [stops[0], stops.at(-1)]
  if (first === undefined || last === undefined) return
  const isLastDay = day === tripDays(brief) - 1
  if (day === 0 && brief.arrival.at !== null && first.kind !== 'arrival') {
    yield violation('day-start-place', { day, stop: first }, `begins at a ${first.kind} stop, not at the arrival point`)
  }
  if (day > 0) yield* atLodging('day-start-place', day, first, lodgingsOfNight(brief, dateOfDay(brief, day - 1)))
  if (isLastDay && brief.departure.at !== null && last.kind !== 'departure') {
    yield violation('day-end-place', { day, stop: last }, `ends at a ${last.kind} stop, not at the departure point`)
  }
  const isNightBooking = last.kind === 'booking' && last.endMin >= 1440
  if (!isLastDay && !isNightBooking) yield* atLodging('day-end-place', day, last, lodgingsOfNight(brief, dateOfDay(brief, day)))
}

/** Where no lodging is known for a night there is nothing to hold the day to. */
function* atLodging(
  rule: 'day-start-place' | 'day-end-place',
  day: number,
  stop: Stop,
  lodgings: readonly { readonly id: string }[],
): Generator<Violation> {
  if (lodgings.length === 0) return
  if (stop.kind === 'lodging' && lodgings.some((lodging) => lodging.id === stop.refId)) return
  const wanted = lodgings.map((lodging) => lodging.id).join(' or ')
  yield violation(
    rule,
    { day, stop },
    `${rule === 'day-start-place' ? 'begins' : 'ends'} at ${stop.kind} ${stop.refId ?? ''}, not at ${wanted}`,
  )
}

function* withinTrip({ brief }: Context, { stops }: DayPlan, day: number): Generator<Violation> {
  const { from, until } = freeHours(brief, day)
  for (const [index, stop] of stops.entries()) {
    if (stop.kind === 'booking') continue
    const begins = index === 0 ? stop.endMin : stop.arriveMin
    if (begins < from) {
      yield violation('before-arrival', { day, stop }, `${clock(begins)}, free from ${clock(from)}`, { minute: begins, from })
    }
    const ends = index === stops.length - 1 && stop.kind !== 'sight' ? stop.arriveMin : stop.endMin
    if (ends > until) {
      yield violation('after-departure', { day, stop }, `until ${clock(ends)}, to be gone by ${clock(until)}`, { minute: ends, until })
    }
  }
}

function* stopIds(context: Context): Generator<Violation> {
  const seen = new Set<string>()
  for (const { day, stop } of stopsOf(context)) {
    if (stop.id === '') yield violation('stop-id', { day, stop }, 'a stop without an id')
    if (seen.has(stop.id)) yield violation('stop-id', { day, stop }, `the id ${stop.id} is used twice`)
    seen.add(stop.id)
  }
}

function* kindsInPlace(context: Context): Generator<Violation> {
  const { brief, plan } = context
  for (const { day, date, index, stop } of stopsOf(context)) {
    const isFirst = day === 0 && index === 0
    const isLast = day === plan.days.length - 1 && index === (plan.days[day]?.stops.length ?? 0) - 1
    if ((stop.kind === 'arrival' && !isFirst) || (stop.kind === 'departure' && !isLast)) {
      yield violation('anchor-order', { day, stop }, `${stop.kind} as stop ${index} of day ${day}`, { index })
    }
    if ((stop.kind === 'meal') !== (stop.meal !== null) && stop.kind !== 'booking') {
      yield violation('stop-shape', { day, stop }, `a ${stop.kind} stop with meal ${stop.meal ?? 'null'}`)
    }
    if (stop.kind === 'lodging') {
      const near = [...lodgingsOfNight(brief, date), ...lodgingsOfNight(brief, dateOfDay(brief, day - 1))]
      if (near.length > 0 && !near.some((lodging) => lodging.id === stop.refId)) {
        yield violation('lodging-night', { day, stop }, `${stop.refId ?? 'no lodging'} is not slept in around ${date}`)
      }
    }
  }
}
