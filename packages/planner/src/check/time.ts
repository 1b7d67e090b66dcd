import { BOOKING_BUFFER, IDLE_GAP_EXPLAINED_FROM_MIN, type DayPlan, type Place, type Stop } from '@yeojeong/domain'
import { isForced, pairsOf, visitsOf, type Context, type Located } from './context.ts'
import { samePosition } from './distance.ts'
import { judgeVisit } from './hours.ts'
import { clock, violation, type Violation } from './violation.ts'

export function* timeViolations(context: Context): Generator<Violation> {
  for (const [day, dayPlan] of context.plan.days.entries()) {
    for (const stop of dayPlan.stops) yield* stopTimes(stop, day)
    for (const { from, to } of pairsOf(dayPlan)) {
      if (to.arriveMin < from.endMin) {
        yield violation('stop-overlap', { day, stop: to }, `arrives ${clock(to.arriveMin)}, the stop before ends ${clock(from.endMin)}`, {
          overlapMin: from.endMin - to.arriveMin,
        })
      }
      yield* idle(context, from, to, day)
    }
    yield* overnight(context, dayPlan, day)
    yield* idleAtEnds(context, dayPlan, day)
  }
  for (const visit of visitsOf(context)) {
    yield* insideHours(context, visit)
    if (visit.stop.kind === 'sight') yield* stayLength(visit)
  }
}

function* stopTimes(stop: Stop, day: number): Generator<Violation> {
  const minutes = [stop.arriveMin, stop.startMin, stop.endMin, ...(stop.leg === null ? [] : [stop.leg.departMin, stop.leg.arriveMin])]
  const wrong = minutes.find((minute) => !Number.isInteger(minute) || minute < 0 || minute > 2880)
  if (wrong !== undefined) yield violation('time-invalid', { day, stop }, `minute ${wrong}`, { minute: wrong })
  if (stop.startMin < stop.arriveMin || stop.endMin < stop.startMin) {
    yield violation(
      'stop-times',
      { day, stop },
      `arrives ${clock(stop.arriveMin)}, begins ${clock(stop.startMin)}, ends ${clock(stop.endMin)}`,
      {
        arrive: stop.arriveMin,
        start: stop.startMin,
        end: stop.endMin,
      },
    )
  }
}

/** The next day cannot be under way before this one is over. */
function* overnight({ plan }: Context, today: DayPlan, day: number): Generator<Violation> {
  const [last, next] = [today.stops.at(-1), plan.days[day + 1]?.stops[0]]
  if (last === undefined || next === undefined) return
  const left = next.endMin + 1440
  if (left < last.arriveMin) {
    yield violation(
      'stop-overlap',
      { day: day + 1, stop: next },
      `leaves ${clock(next.endMin)}, the evening before ends ${clock(last.arriveMin)}`,
      {
        overlapMin: last.arriveMin - left,
      },
    )
  }
}

function* insideHours({ holidays }: Context, visit: Located & { readonly place: Place }): Generator<Violation> {
  const { stop, place, date } = visit
  const verdict = judgeVisit(place.hours, date, stop.startMin, stop.endMin, holidays)
  const at = `${clock(stop.startMin)}–${clock(stop.endMin)}`
  if (verdict.kind === 'closed-day') yield violation('closed-day', visit, `${place.id} is closed on ${date}`)
  if (verdict.kind === 'outside') {
    const openings = verdict.openings.map((one) => `${clock(one.open)}–${clock(one.close)}`).join(', ')
    yield violation('outside-hours', visit, `visit ${at}, open ${openings}`, { start: stop.startMin, end: stop.endMin })
  }
  if (verdict.kind === 'too-late') {
    const { lastEntry } = verdict.opening
    yield violation('last-entry', visit, `begins ${clock(stop.startMin)}, last entry ${clock(lastEntry)}`, {
      start: stop.startMin,
      lastEntry,
    })
  }
}

function* stayLength(visit: Located & { readonly place: Place }): Generator<Violation> {
  const { stop, place } = visit
  const stay = stop.endMin - stop.startMin
  const { min, max } = place.stay
  if (stay < min) yield violation('stay-short', visit, `${stay} min, at least ${min}`, { stay, min })
  if (stay > max) yield violation('stay-long', visit, `${stay} min, at most ${max}`, { stay, max })
}

/** Codes that say what a gap is for. */
const EXPLAINS = /idle|wait|gap|free[-_]?time|early|buffer/

/** Being at an anchor ahead of time is no gap, and neither is the time a booking asks to be there before. */
function* idle(context: Context, from: Stop, to: Stop, day: number): Generator<Violation> {
  const moving = to.leg === null ? 0 : to.leg.durationMin
  const isAnchor = (stop: Stop): boolean => stop.kind === 'lodging' || stop.kind === 'arrival' || stop.kind === 'departure'
  const waiting = isAnchor(to) ? 0 : to.startMin - to.arriveMin
  const lingering = to.arriveMin - moving - from.endMin
  const buffers = bufferOf(context, to, 'before') + bufferOf(context, from, 'after')
  const gap = waiting + lingering - buffers
  if (gap < IDLE_GAP_EXPLAINED_FROM_MIN) return
  if (!isExplained(context, [from, to], day))
    yield violation('idle-unexplained', { day, stop: to }, `${gap} min idle before it, unexplained`, { gapMin: gap })
}

function isExplained({ plan }: Context, stops: readonly Stop[], day: number): boolean {
  return (
    stops.some((stop) => stop.reasons.some((reason) => EXPLAINS.test(reason.code))) ||
    plan.warnings.some(
      ({ code, stopId, day: ofDay }) =>
        EXPLAINS.test(code) && (stops.some((stop) => stop.id === stopId) || (stopId === null && ofDay === day)),
    )
  )
}

/** A day that could not be filled says so as a whole; a lodging is no place one waits at. */
function* idleAtEnds(context: Context, { stops }: DayPlan, day: number): Generator<Violation> {
  const [first, second, last] = [stops[0], stops[1], stops.at(-1)]
  if (first === undefined || second === undefined || last === undefined) return
  const isHome = (stop: Stop): boolean => context.brief.lodgings.some(({ position }) => samePosition(position, stop.position))
  const isEmpty = context.plan.warnings.some(({ code, day: ofDay }) => code === 'empty-day' && ofDay === day)
  const leaves = second.leg?.departMin ?? second.arriveMin
  const ends = [
    {
      stop: first,
      neighbour: second,
      waits: first.kind === 'arrival' ? leaves - Math.max(first.arriveMin, context.brief.arrival.minute) : 0,
    },
    { stop: last, neighbour: last, waits: last.kind === 'departure' ? context.brief.departure.minute - last.arriveMin : 0 },
  ]
  for (const { stop, neighbour, waits } of ends) {
    if (waits < IDLE_GAP_EXPLAINED_FROM_MIN || isEmpty || isHome(stop) || isExplained(context, [stop, neighbour], day)) continue
    yield violation('idle-at-ends', { day, stop }, `${waits} min at the ${stop.kind} point, unexplained`, { gapMin: waits })
  }
}

function bufferOf({ bookingById }: Context, stop: Stop, side: 'before' | 'after'): number {
  if (!isForced(stop) || stop.refId === null) return 0
  const booking = bookingById.get(stop.refId)
  return booking === undefined ? 0 : BOOKING_BUFFER[booking.kind][side]
}
