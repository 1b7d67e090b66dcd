import type { DayView } from '@yeojeong/contracts'
import { describe, expect, it } from 'vitest'
import { SEOUL_ITINERARY } from '../../dev/fixtures/seoul-itinerary.ts'
import { arc, boundsOf, legsOf, pinsOf } from './trip-geometry.ts'

const [first] = SEOUL_ITINERARY.days as [DayView, ...DayView[]]

describe('the trip on the map', () => {
  it('pins what the timeline numbers, with the same numbers, and the lodging once', () => {
    expect(pinsOf(first).map(({ number }) => number)).toEqual([null, null, 1, 2, 3, 4, 5])
  })

  it('draws a line for every way of the day', () => {
    expect(legsOf(first)).toHaveLength(first.stops.filter(({ leg }) => leg !== null).length)
  })

  it('bends there and back to different sides, from end to end', () => {
    const [a, b] = [
      { lat: 37.57, lng: 126.97 },
      { lat: 37.58, lng: 126.99 },
    ]
    const [there, back] = [arc(a, b), arc(b, a)]
    expect(there.points[0]).toEqual([a.lng, a.lat])
    expect(there.points.at(-1)).toEqual([b.lng, b.lat])
    expect(there.middle[1]).toBeGreaterThan(37.575)
    expect(back.middle[1]).toBeLessThan(37.575)
  })

  it('frames all stops, or the destination when there are none', () => {
    const [[west, south], [east, north]] = boundsOf(SEOUL_ITINERARY, [first])
    for (const { position } of first.stops) {
      expect(position.lng).toBeGreaterThanOrEqual(west)
      expect(position.lng).toBeLessThanOrEqual(east)
      expect(position.lat).toBeGreaterThanOrEqual(south)
      expect(position.lat).toBeLessThanOrEqual(north)
    }
    const { lat, lng } = SEOUL_ITINERARY.destination.center
    expect(boundsOf(SEOUL_ITINERARY, [])).toEqual([
      [lng, lat],
      [lng, lat],
    ])
  })
})
