import {
  MAX_CALENDAR_EVENTS,
  type FieldError,
  type ProposedBooking,
  type ProposedBookings,
  type ProposedLodging,
} from '@yeojeong/contracts'
import { addDays, err, ok, toLocal, type Result } from '@yeojeong/domain'
import { line } from '../plain-text.ts'
import { readEvents, type CalendarEvent } from './calendar-event.ts'
import { kindOf } from './kind.ts'

/** What of a trip decides which events are its own, and in which clock they are told. */
export type TripFrame = { readonly startDate: string; readonly endDate: string; readonly timeZone: string }

const DAY_MS = 86_400_000
const MAX_NAME = 120

/**
 * Bookings and stays made of a calendar's events, in the destination's clock; nothing is saved. A time keeps its instant
 * whatever zone it was written in: a flight that leaves Los Angeles on Monday night leaves on Tuesday afternoon in Seoul.
 */
export function proposeBookings(text: string, trip: TripFrame): Result<ProposedBookings, FieldError[]> {
  const events = readEvents(text, trip.timeZone)
  if (events === null) return err([{ pointer: '', detail: 'not an iCalendar file (RFC 5545)' }])
  if (events.length > MAX_CALENDAR_EVENTS) return err([{ pointer: '', detail: `at most ${MAX_CALENDAR_EVENTS} events` }])
  const found: ProposedBookings = { bookings: [], lodgings: [], skipped: [] }
  for (const [index, event] of events.entries()) {
    const made = proposalOf(event, trip, found)
    if (typeof made !== 'string') continue
    const { uid, summary } = event
    found.skipped.push({ pointer: `/events/${index}`, uid, summary: line(summary), detail: made })
  }
  return ok(found)
}

/** Adds what can be made of an event; else says why nothing can. */
function proposalOf(event: CalendarEvent, trip: TripFrame, found: ProposedBookings): string | null {
  const { when } = event
  if (when.kind === 'unknown') return when.detail
  const [from, until] = when.kind === 'days' ? [when.from, when.until] : daysOf(when, trip.timeZone)
  if (from > trip.endDate || until < trip.startDate) return 'it is outside the trip'
  const overNight = from < until && (when.kind === 'days' || when.endMs - when.startMs >= DAY_MS / 2)
  const kind = kindOf(event.words, overNight)
  if (kind === 'lodging') {
    found.lodgings.push(lodgingOf(event, from, until, trip, found.lodgings.length))
    return null
  }
  if (when.kind === 'days') return 'it has no time of day'
  if (when.endMs - when.startMs >= DAY_MS) return 'it takes longer than a day'
  found.bookings.push(bookingOf(event, when, kind, trip, found.bookings.length))
  return null
}

type Timed = Extract<CalendarEvent['when'], { kind: 'time' }>

function bookingOf(
  event: CalendarEvent,
  when: Timed,
  kind: ProposedBooking['booking']['kind'],
  trip: TripFrame,
  index: number,
): ProposedBooking {
  const [start, end] = [toLocal(when.startMs, trip.timeZone), toLocal(when.endMs, trip.timeZone)]
  const { position } = event
  const at = `/bookings/${index}/booking`
  const outside = start.date < trip.startDate || start.date > trip.endDate
  return {
    ...wordsOf(event),
    booking: { name: nameOf(event), position, kind, date: start.date, start: clock(start.minute), end: clock(end.minute) },
    errors: [...wherever(position, at), ...(outside ? [{ pointer: `${at}/date`, detail: 'it starts outside the trip' }] : [])],
  }
}

/** Nights outside the trip are another trip's: those inside are proposed. */
function lodgingOf(event: CalendarEvent, from: string, until: string, trip: TripFrame, index: number): ProposedLodging {
  const lastNight = addDays(trip.endDate, -1)
  const firstNight = from < trip.startDate ? trip.startDate : from
  const last = addDays(until, -1) > lastNight ? lastNight : addDays(until, -1)
  const at = `/lodgings/${index}/lodging`
  const nights = last < firstNight ? [{ pointer: `${at}/lastNight`, detail: 'no night of it is in the trip' }] : []
  return {
    ...wordsOf(event),
    lodging: { name: nameOf(event), position: event.position, firstNight, lastNight: last },
    errors: [...wherever(event.position, at), ...nights],
  }
}

function wordsOf({ uid, summary, location }: CalendarEvent) {
  return { uid, summary: line(summary), location: location === null ? null : line(location) }
}

function nameOf({ summary, location }: CalendarEvent): string {
  return (line(summary) || line(location ?? '') || '?').slice(0, MAX_NAME)
}

function wherever(position: CalendarEvent['position'], at: string): FieldError[] {
  return position === null ? [{ pointer: `${at}/position`, detail: 'the file does not say where this is: choose it on the map' }] : []
}

function daysOf({ startMs, endMs }: Timed, timeZone: string): [string, string] {
  return [toLocal(startMs, timeZone).date, toLocal(endMs, timeZone).date]
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
