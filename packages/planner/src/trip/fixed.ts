import { BOOKING_BUFFER, MEAL_LIMITS, daysBetween, type Booking, type Meal, type Plan, type Stop, type TripBrief } from '@yeojeong/domain'

/** Something the plan must hold to the minute: a booking, or a stop somebody locked. */
export type Fixed = {
  readonly key: string
  readonly day: number
  readonly booking: Booking | null
  readonly stop: Stop | null
  readonly position: { readonly lat: number; readonly lng: number }
  readonly startMin: number
  readonly endMin: number
  /** With the minutes that must be kept clear around it. */
  readonly fromMin: number
  readonly toMin: number
  readonly slot: Meal | 'rest' | null
  /** Counts towards the day's sights. */
  readonly isSight: boolean
}

export type Previous = { readonly plan: Plan; readonly lockedStopIds: readonly string[] }

/** Bookings within the party's free hours; those beyond are how it comes or goes, and the hours of arrival and departure stand for them. */
export function fixedOf(brief: TripBrief, previous: Previous | undefined): readonly Fixed[] {
  return [...bookingsOf(brief).map((booking) => fromBooking(brief, booking)), ...lockedOf(previous)].sort(
    (a, b) => a.day - b.day || a.fromMin - b.fromMin,
  )
}

/** Bookings that are the journey to or from the destination itself. */
export function isJourney(brief: TripBrief, booking: Booking): boolean {
  const ride = booking.kind === 'flight' || booking.kind === 'train'
  const out = booking.date === brief.endDate && booking.endMin > brief.departure.minute
  const into = booking.date === brief.startDate && booking.startMin < brief.arrival.minute
  return ride && (out || into)
}

function bookingsOf(brief: TripBrief): readonly Booking[] {
  return brief.bookings.filter((booking) => !isJourney(brief, booking))
}

function fromBooking(brief: TripBrief, booking: Booking): Fixed {
  const buffer = BOOKING_BUFFER[booking.kind]
  return {
    key: booking.id,
    day: daysBetween(brief.startDate, booking.date),
    booking,
    stop: null,
    position: booking.position,
    startMin: booking.startMin,
    endMin: booking.endMin,
    fromMin: booking.startMin - buffer.before,
    toMin: booking.endMin + buffer.after,
    slot: booking.kind === 'restaurant' ? mealAt(booking.startMin) : null,
    isSight: false,
  }
}

/** The meal a booked table is, by its hour; null between mealtimes. */
function mealAt(startMin: number): Meal | null {
  if (startMin < 10 * 60 + 30) return 'breakfast'
  if (startMin <= MEAL_LIMITS.lunch.latestStart + 60) return 'lunch'
  return startMin >= MEAL_LIMITS.dinner.earliestStart - 30 ? 'dinner' : null
}

function lockedOf(previous: Previous | undefined): readonly Fixed[] {
  if (previous === undefined) return []
  const ids = new Set(previous.lockedStopIds)
  return previous.plan.days.flatMap((day) =>
    day.stops.filter((stop) => (ids.has(stop.id) || stop.locked) && isMovable(stop)).map((stop) => fromStop(stop, day.index)),
  )
}

function isMovable(stop: Stop): boolean {
  return stop.kind === 'sight' || stop.kind === 'meal' || stop.kind === 'rest'
}

function fromStop(stop: Stop, day: number): Fixed {
  return {
    key: stop.id,
    day,
    booking: null,
    stop: { ...stop, locked: true },
    position: stop.position,
    startMin: stop.startMin,
    endMin: stop.endMin,
    fromMin: stop.startMin,
    toMin: stop.endMin,
    slot: stop.kind === 'meal' ? stop.meal : stop.kind === 'rest' ? 'rest' : null,
    isSight: stop.kind === 'sight',
  }
}
