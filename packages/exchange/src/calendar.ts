import type { ItineraryView, StopView } from '@yeojeong/contracts'
import { ICalCalendar, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { clockAt, detailLines, kindLine, lasts, legLine, staysOf, visitsOf, type Stay, type Words } from './outline.ts'
import { line, lines } from './plain-text.ts'

/** How long a subscriber may keep what it has, seconds. */
const REFRESH_S = 3_600

/**
 * RFC 5545. Every time is an instant in UTC, so that no reader needs to know a zone's rules, at home or abroad, on the
 * day clocks change as on any other; nights are whole days. The same stop keeps its UID over versions, `SEQUENCE` is the
 * version: a subscriber sees a stop move instead of doubling.
 */
export function calendarOf(view: ItineraryView, words: Words): string {
  const calendar = new ICalCalendar({
    name: escaped(line(view.title)),
    prodId: { company: 'Yeojeong', product: 'Itinerary', language: words.t.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_S,
    // A hint for display (X-WR-TIMEZONE) would make the library write local times: the zone stays out.
  })
  for (const day of view.days) for (const stop of visitsOf(day)) addVisit(calendar, view, stop, words)
  for (const stay of staysOf(view, words)) addStay(calendar, view, stay, words)
  return calendar.toString()
}

function about(view: ItineraryView, uid: string) {
  const updated = new Date(view.updatedAt)
  return { id: `${uid}.${view.id}@yeojeong`, sequence: view.version, stamp: updated, lastModified: updated }
}

function addVisit(calendar: ICalCalendar, view: ItineraryView, stop: StopView, words: Words): void {
  const place = stop.placeId === null ? undefined : view.places[stop.placeId]
  const title = line(words.text(stop.names))
  const address = place?.address === undefined ? '' : line(words.text(place.address))
  const description = [`${kindLine(view, stop, words)} · ${localTimes(stop)}`, legLine(stop, words), ...detailLines(stop, words)]
  calendar.createEvent({
    ...about(view, stop.id),
    start: new Date(stop.startAt),
    // DTEND has to be later than DTSTART: a moment has none.
    ...(lasts(stop) ? { end: new Date(stop.endAt) } : {}),
    summary: title,
    description: { plain: lines(description.filter((part) => part !== null).join('\n')) },
    location: { title, ...(address === '' ? {} : { address }), geo: { lat: stop.position.lat, lon: stop.position.lng } },
    ...(place?.url === undefined ? {} : { url: place.url }),
  })
}

function addStay(calendar: ICalCalendar, view: ItineraryView, stay: Stay, { t }: Words): void {
  const { position, checkIn, checkOut } = stay
  const name = line(stay.name)
  calendar.createEvent({
    ...about(view, `night-${checkIn}`),
    start: new Date(`${checkIn}T00:00:00Z`),
    end: new Date(`${checkOut}T00:00:00Z`),
    allDay: true,
    transparency: ICalEventTransparency.TRANSPARENT,
    summary: `${t('kind.lodging')}: ${name}`,
    location: { title: name, geo: { lat: position.lat, lon: position.lng } },
  })
}

/** Wall clocks with their offsets, for whoever reads this from another zone: `10:00–11:30 (+09:00)`; over midnight or the date line with their dates. */
function localTimes(stop: StopView): string {
  const { startAt, endAt } = stop
  const [from, to] = [startAt.slice(19), endAt.slice(19)]
  if (!lasts(stop)) return `${clockAt(startAt)} (${from})`
  if (from === to && dateOf(startAt) === dateOf(endAt)) return `${clockAt(startAt)}–${clockAt(endAt)} (${to})`
  const dated = (moment: string): string => (dateOf(startAt) === dateOf(endAt) ? clockAt(moment) : `${dateOf(moment)} ${clockAt(moment)}`)
  return `${dated(startAt)} (${from}) – ${dated(endAt)} (${to})`
}

function dateOf(moment: string): string {
  return moment.slice(0, 10)
}

/** The library escapes every text but the calendar's name. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
}
