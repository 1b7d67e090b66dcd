import { isTimeZone, toInstant, type LatLng } from '@yeojeong/domain'
import ICAL from 'ical.js'

/** An event of a foreign calendar, read: instants for times, plain dates for whole days (`until` is the day after the last). */
export type CalendarEvent = {
  readonly uid: string
  readonly summary: string
  readonly location: string | null
  readonly words: string
  readonly position: LatLng | null
  readonly when:
    | { readonly kind: 'time'; readonly startMs: number; readonly endMs: number }
    | { readonly kind: 'days'; readonly from: string; readonly until: string }
    | { readonly kind: 'unknown'; readonly detail: string }
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** The events of an iCalendar text; null where it is none. `homeZone` is what a time without a zone is taken to be in. */
export function readEvents(text: string, homeZone: string): CalendarEvent[] | null {
  try {
    const root = new ICAL.Component(ICAL.parse(text) as never)
    // A file of several calendars parses to a list; the first is what mail and airlines send.
    return root.name === 'vcalendar' ? root.getAllSubcomponents('vevent').map((event) => readEvent(event, homeZone)) : null
  } catch {
    return null
  }
}

function readEvent(event: ICAL.Component, homeZone: string): CalendarEvent {
  const text = (name: string): string => String(event.getFirstPropertyValue(name) ?? '').trim()
  const location = text('location')
  return {
    uid: text('uid'),
    summary: text('summary'),
    location: location === '' ? null : location,
    words: [text('summary'), location, text('description'), text('categories')].join('\n').slice(0, 4_000),
    position: positionOf(event),
    when: whenOf(event, homeZone),
  }
}

function whenOf(event: ICAL.Component, homeZone: string): CalendarEvent['when'] {
  if (/^cancelled$/i.test(String(event.getFirstPropertyValue('status') ?? ''))) return { kind: 'unknown', detail: 'it is cancelled' }
  if (event.hasProperty('rrule') || event.hasProperty('rdate'))
    return { kind: 'unknown', detail: 'it repeats: only single events are taken over' }
  const [start, end] = [timeOf(event, 'dtstart'), timeOf(event, 'dtend')]
  if (start === null) return { kind: 'unknown', detail: 'it has no start' }
  if (start.value.isDate) {
    const from = start.value.toString().slice(0, 10)
    const last = end === null ? '' : end.value.toString().slice(0, 10)
    return { kind: 'days', from, until: last > from ? last : dayAfter(from) }
  }
  const startMs = instantOf(start, homeZone)
  if (startMs === null) return { kind: 'unknown', detail: `its time zone is not known (${start.tzid ?? ''})` }
  const endMs = end === null || end.value.isDate ? startMs + lengthOf(event) : instantOf(end, homeZone)
  if (endMs === null || endMs < startMs) return { kind: 'unknown', detail: 'it ends before it starts' }
  return { kind: 'time', startMs, endMs }
}

type Stamp = { readonly value: ICAL.Time; readonly tzid: string | null }

function timeOf(event: ICAL.Component, name: string): Stamp | null {
  const property = event.getFirstProperty(name)
  const value = property?.getFirstValue()
  return value instanceof ICAL.Time ? { value, tzid: property!.getFirstParameter('tzid') ?? null } : null
}

/** A named zone of IANA's is looked up; any other name means what the file itself defines; none means the trip's. */
function instantOf({ value, tzid }: Stamp, homeZone: string): number | null {
  if (value.zone === ICAL.Timezone.utcTimezone) return value.toUnixTime() * 1000
  const zone = tzid ?? homeZone
  if (isTimeZone(zone)) return toInstant(value.toString().slice(0, 10), value.hour * 60 + value.minute, zone)
  return value.zone !== null && value.zone !== ICAL.Timezone.localTimezone ? value.toUnixTime() * 1000 : null
}

/** Without an end, its duration; without either, an hour. */
function lengthOf(event: ICAL.Component): number {
  const duration = event.getFirstPropertyValue('duration')
  return duration instanceof ICAL.Duration ? Math.max(0, duration.toSeconds() * 1000) : HOUR_MS
}

/** `GEO`, or what Apple writes for a place chosen on its map. */
function positionOf(event: ICAL.Component): LatLng | null {
  const geo = event.getFirstPropertyValue('geo') as unknown
  const apple = /^geo:(-?[\d.]+),(-?[\d.]+)/.exec(String(event.getFirstPropertyValue('x-apple-structured-location') ?? ''))
  const [lat, lng] = (Array.isArray(geo) ? geo : [apple?.[1], apple?.[2]]).map(Number)
  const there = lat !== undefined && lng !== undefined && Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && (lat !== 0 || lng !== 0)
  return there ? { lat, lng } : null
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
}
