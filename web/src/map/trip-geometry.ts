import type { DayView, ItineraryView, StopView } from '@yeojeong/contracts'
import { dayColour } from '../itinerary/day-colour.ts'
import { timelineRows } from '../itinerary/timeline-rows.ts'

type LatLng = { readonly lat: number; readonly lng: number }
type Point = readonly [lng: number, lat: number]

export type Pin = {
  readonly stop: StopView
  readonly day: number
  /** `data-day` of its colour. */
  readonly colour: string
  readonly number: number | null
}

/** How far an arc leaves the straight line, as a share of its length: enough to tell there from back. */
const BEND = 0.08
const ARC_POINTS = 24
const SAME_PLACE_DEG = 0.0002

const samePlace = (a: LatLng, b: LatLng): boolean => Math.abs(a.lat - b.lat) < SAME_PLACE_DEG && Math.abs(a.lng - b.lng) < SAME_PLACE_DEG

/** The pins of a day: every numbered stop, and each unnumbered place (lodging, station) once. */
export function pinsOf(day: DayView): readonly Pin[] {
  const pins: Pin[] = []
  for (const row of timelineRows(day)) {
    if (row.kind !== 'stop') continue
    const repeats = row.number === null && pins.some((pin) => pin.number === null && samePlace(pin.stop.position, row.stop.position))
    if (!repeats) pins.push({ stop: row.stop, day: day.index, colour: dayColour(day.index), number: row.number })
  }
  return pins
}

/** The pins of several days: where they all begin and end is one place, not one for each day. */
export function pinsOfDays(days: readonly DayView[]): readonly Pin[] {
  const pins: Pin[] = []
  for (const pin of days.flatMap(pinsOf)) {
    const repeats = pin.number === null && pins.some((one) => one.number === null && samePlace(one.stop.position, pin.stop.position))
    if (!repeats) pins.push(pin)
  }
  return pins
}

/** A gentle arc to the left of the way, and its middle; longitudes are shortened by the latitude's cosine first. */
export function arc(from: LatLng, to: LatLng): { readonly points: readonly Point[]; readonly middle: Point } {
  const squeeze = Math.cos((from.lat * Math.PI) / 180)
  const [dx, dy] = [(to.lng - from.lng) * squeeze, to.lat - from.lat]
  const bendLng = (from.lng + to.lng) / 2 + (-dy * BEND * 2) / squeeze
  const bendLat = (from.lat + to.lat) / 2 + dx * BEND * 2
  const at = (s: number): Point => [
    (1 - s) ** 2 * from.lng + 2 * s * (1 - s) * bendLng + s ** 2 * to.lng,
    (1 - s) ** 2 * from.lat + 2 * s * (1 - s) * bendLat + s ** 2 * to.lat,
  ]
  return { points: Array.from({ length: ARC_POINTS + 1 }, (_, i) => at(i / ARC_POINTS)), middle: at(0.5) }
}

export type LegLine = {
  readonly day: number
  readonly colour: string
  readonly mode: string
  readonly durationMin: number
  readonly points: readonly Point[]
  readonly middle: Point
}

export function legsOf(day: DayView): readonly LegLine[] {
  return day.stops.flatMap((stop, index) => {
    const before = day.stops[index - 1]
    if (stop.leg === null || before === undefined || samePlace(before.position, stop.position)) return []
    return [
      {
        day: day.index,
        colour: dayColour(day.index),
        mode: stop.leg.mode,
        durationMin: stop.leg.durationMin,
        ...arc(before.position, stop.position),
      },
    ]
  })
}

/** South-west and north-east of all stops of the days shown; the destination's middle where there are none. */
export function boundsOf(view: ItineraryView, days: readonly DayView[]): readonly [Point, Point] {
  const stops = days.flatMap((day) => day.stops.map((stop) => stop.position))
  const all = stops.length === 0 ? [view.destination.center] : stops
  const lats = all.map(({ lat }) => lat)
  const lngs = all.map(({ lng }) => lng)
  return [
    [Math.min(...lngs), Math.min(...lats)],
    [Math.max(...lngs), Math.max(...lats)],
  ]
}
