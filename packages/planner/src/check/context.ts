import {
  BOOKING_BUFFER,
  type Booking,
  type DayPlan,
  type Lodging,
  type Place,
  type PlainDate,
  type Plan,
  type Stop,
  type TripBrief,
} from '@yeojeong/domain'
import { dayNumber, shiftDate, type Holidays } from './calendar.ts'
import { partyOf, type Party } from './party.ts'

export type CheckInput = {
  readonly brief: TripBrief
  readonly places: readonly Place[]
  /** The destination's holiday table; null = none, so that rules which hang on holidays are unknown. */
  readonly holidays: Holidays | null
  readonly plan: Plan
}

/** The input with what every group of rules looks up. */
export type Context = {
  readonly brief: TripBrief
  readonly plan: Plan
  readonly holidays: Holidays | null
  readonly placeById: ReadonlyMap<string, Place>
  readonly lodgingById: ReadonlyMap<string, Lodging>
  readonly bookingById: ReadonlyMap<string, Booking>
  readonly stopIds: ReadonlySet<string>
  readonly party: Party
}

/** A stop with where it stands. */
export type Located = { readonly day: number; readonly date: PlainDate; readonly index: number; readonly stop: Stop }

export function contextOf({ brief, places, holidays, plan }: CheckInput): Context {
  return {
    brief,
    plan,
    holidays,
    placeById: new Map(places.map((place) => [place.id, place])),
    lodgingById: new Map(brief.lodgings.map((lodging) => [lodging.id, lodging])),
    bookingById: new Map(brief.bookings.map((booking) => [booking.id, booking])),
    stopIds: new Set(plan.days.flatMap((day) => day.stops.map((stop) => stop.id))),
    party: partyOf(brief),
  }
}

export function tripDays(brief: TripBrief): number {
  return dayNumber(brief.endDate) - dayNumber(brief.startDate) + 1
}

/** The date a day must have, by its position, whatever it claims. */
export function dateOfDay(brief: TripBrief, day: number): PlainDate {
  return shiftDate(brief.startDate, day)
}

export function* stopsOf(context: Context): Generator<Located> {
  for (const [day, { stops }] of context.plan.days.entries()) {
    for (const [index, stop] of stops.entries()) yield { day, date: dateOfDay(context.brief, day), index, stop }
  }
}

/** Sights, meals, and rests that are not at a lodging: the stops that must be at a place of the source. */
export function isVisit(context: Context, stop: Stop): boolean {
  if (stop.kind === 'rest') return stop.refId === null || !context.lodgingById.has(stop.refId)
  return stop.kind === 'sight' || stop.kind === 'meal'
}

/** The visits whose place is known. */
export function* visitsOf(context: Context): Generator<Located & { readonly place: Place }> {
  for (const located of stopsOf(context)) {
    const { stop } = located
    const place = stop.refId === null ? undefined : context.placeById.get(stop.refId)
    if (place !== undefined && isVisit(context, stop)) yield { ...located, place }
  }
}

/** Two neighbouring stops of one day. */
export function* pairsOf(day: DayPlan): Generator<{ readonly from: Stop; readonly to: Stop }> {
  for (const [index, to] of day.stops.entries()) {
    const from = day.stops[index - 1]
    if (from !== undefined) yield { from, to }
  }
}

/** The lodgings slept in on the night that follows a date. */
export function lodgingsOfNight(brief: TripBrief, date: PlainDate): readonly Lodging[] {
  return brief.lodgings.filter((lodging) => lodging.firstNight <= date && date <= lodging.lastNight)
}

/** When the party is free on a day: from the arrival on the first, until the departure on the last. */
export function freeHours(brief: TripBrief, day: number): { readonly from: number; readonly until: number } {
  return {
    from: day === 0 ? brief.arrival.minute : Number.NEGATIVE_INFINITY,
    until: day === tripDays(brief) - 1 ? brief.departure.minute : Number.POSITIVE_INFINITY,
  }
}

export function bookingsOn(brief: TripBrief, date: PlainDate): readonly Booking[] {
  return brief.bookings.filter((booking) => booking.date === date)
}

/** Why the party begins or ends a day where it does is not the plan's doing: anchors and bookings. */
export function isForced(stop: Stop): boolean {
  return stop.kind === 'arrival' || stop.kind === 'departure' || stop.kind === 'booking'
}

/** Nothing but the plan's own choice fills this stretch: here, and with no booking or its buffers reaching into it. */
export function isFree(brief: TripBrief, day: number, from: number, until: number): boolean {
  const free = freeHours(brief, day)
  if (free.from > from || free.until < until) return false
  return bookingsOn(brief, dateOfDay(brief, day)).every((booking) => {
    const buffer = BOOKING_BUFFER[booking.kind]
    return booking.endMin + buffer.after <= from || booking.startMin - buffer.before >= until
  })
}
