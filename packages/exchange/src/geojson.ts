import type { DayView, ItineraryView, StopView } from '@yeojeong/contracts'
import { kindLine, visitsOf, type Words } from './outline.ts'

type Feature = {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry: { readonly type: 'Point' | 'LineString'; readonly coordinates: readonly number[] | readonly (readonly number[])[] }
  readonly properties: { readonly [name: string]: unknown }
}

/** RFC 7946: a point for each visit, a line for each day (straight between stops), longitude first. */
export function geojsonOf(view: ItineraryView, words: Words): string {
  const features = view.days.flatMap((day) => [...visitsOf(day).map((stop) => visit(day, stop, view, words)), ...line(day)])
  const { id, title, version, updatedAt, attribution } = view
  return `${JSON.stringify({ type: 'FeatureCollection', itinerary: { id, title, version, updatedAt, attribution }, features })}\n`
}

function visit(day: DayView, stop: StopView, view: ItineraryView, words: Words): Feature {
  const { id, kind, placeId, startAt, endAt, note } = stop
  const properties = {
    name: words.text(stop.names),
    kind,
    label: kindLine(view, stop, words),
    placeId,
    day: day.index + 1,
    startAt,
    endAt,
    note,
  }
  return { type: 'Feature', id, geometry: { type: 'Point', coordinates: at(stop) }, properties }
}

function line(day: DayView): Feature[] {
  if (day.stops.length < 2) return []
  const geometry = { type: 'LineString', coordinates: day.stops.map(at) } as const
  const { date, walkM, movingMin } = day
  return [
    { type: 'Feature', id: `day-${day.index + 1}`, geometry, properties: { kind: 'day', day: day.index + 1, date, walkM, movingMin } },
  ]
}

function at({ position }: StopView): [number, number] {
  return [position.lng, position.lat]
}
