import { BOOKING_BUFFER, type Booking } from '@yeojeong/domain'
import { dayNumber } from './calendar.ts'
import { freeHours, stopsOf, tripDays, type Context, type Located } from './context.ts'
import { clock, violation, type Violation } from './violation.ts'

export function* bookingViolations(context: Context): Generator<Violation> {
  const kept = new Map<string, Located>()
  for (const located of stopsOf(context)) {
    const { stop } = located
    if (stop.kind !== 'booking') continue
    const booking = stop.refId === null ? undefined : context.bookingById.get(stop.refId)
    if (booking === undefined) yield violation('booking-unknown', located, `${stop.refId ?? 'no id'} is not booked`)
    else {
      kept.set(booking.id, located)
      yield* atItsTime(located, booking)
      yield* buffered(context, located, booking)
    }
  }
  for (const booking of context.brief.bookings) {
    const day = dayNumber(booking.date) - dayNumber(context.brief.startDate)
    if (!kept.has(booking.id) && isWithinTrip(context, booking, day)) {
      yield violation('booking-missing', { day }, `${booking.id} at ${clock(booking.startMin)} is not in the plan`, {
        start: booking.startMin,
      })
    }
  }
}

/** A flight in before the party is free, or out after it must be gone, is the journey itself and may stay unsaid. */
function isWithinTrip({ brief }: Context, booking: Booking, day: number): boolean {
  if (day < 0 || day >= tripDays(brief)) return false
  const { from, until } = freeHours(brief, day)
  return booking.startMin >= from && booking.endMin <= until
}

function* atItsTime(located: Located, booking: Booking): Generator<Violation> {
  const { stop, date } = located
  if (date === booking.date && stop.startMin === booking.startMin && stop.endMin === booking.endMin) return
  const said = `${date} ${clock(stop.startMin)}–${clock(stop.endMin)}`
  yield violation('booking-moved', located, `${said}, booked ${booking.date} ${clock(booking.startMin)}–${clock(booking.endMin)}`, {
    start: stop.startMin,
    end: stop.endMin,
    bookedStart: booking.startMin,
    bookedEnd: booking.endMin,
  })
}

function* buffered(context: Context, located: Located, booking: Booking): Generator<Violation> {
  const { stop, day, index } = located
  const { before, after } = BOOKING_BUFFER[booking.kind]
  const { from } = freeHours(context.brief, day)
  // A party that is free only then cannot have been there sooner.
  const needed = Math.max(booking.startMin - before, Math.min(from, booking.startMin))
  if (index > 0 && stop.arriveMin > needed) {
    yield violation('booking-before', located, `there at ${clock(stop.arriveMin)}, needed by ${clock(needed)}`, {
      arrive: stop.arriveMin,
      needed,
    })
  }
  const next = context.plan.days[day]?.stops[index + 1]
  if (next === undefined) return
  const leaves = next.leg?.departMin ?? next.arriveMin
  if (leaves < booking.endMin + after) {
    yield violation('booking-after', located, `leaves at ${clock(leaves)}, not before ${clock(booking.endMin + after)}`, {
      leaves,
      earliest: booking.endMin + after,
    })
  }
}
