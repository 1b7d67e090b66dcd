import { describe, expect, it } from 'vitest'
import { ItineraryBuilder, type StopDraft } from './builder.ts'
import type { Way } from './ways.ts'

/** A walk of one minute per thousandth of a degree. */
const walk = (from: { lat: number }, to: { lat: number }): Way | null => {
  const durationMin = Math.round(Math.abs(from.lat - to.lat) * 1000)
  return durationMin > 500 ? null : { mode: 'walk', durationMin, distanceM: durationMin * 70, walkM: durationMin * 70, source: 'test' }
}

function draft(id: string, lat: number, startMin: number, endMin: number): StopDraft {
  return {
    id,
    kind: 'sight',
    refId: id,
    names: {},
    position: { lat, lng: 0 },
    startMin,
    endMin,
    meal: null,
    open: null,
    hoursKnown: true,
    cost: null,
    locked: false,
    note: null,
    reasons: [],
  }
}

const begun = () => new ItineraryBuilder(walk).day('2026-05-04').begin(draft('a', 0, 540, 540))

describe('ItineraryBuilder', () => {
  it('puts a leg between different positions and none where nothing moves', () => {
    const day = begun()
      .visit(draft('b', 0.02, 570, 600))
      .visit(draft('c', 0.02, 600, 630))
      .done()
    expect(day.stops.map((stop) => stop.leg?.durationMin ?? null)).toEqual([null, 20, null])
    expect(day.stops[1]).toMatchObject({ arriveMin: 560, startMin: 570, leg: { departMin: 540, arriveMin: 560 } })
    expect(day).toMatchObject({ walkM: 1400, movingMin: 20 })
  })

  it('arrives just in time when asked to linger', () => {
    expect(
      begun()
        .visit(draft('b', 0.02, 570, 600), { linger: true })
        .done().stops[1],
    ).toMatchObject({ arriveMin: 570, leg: { departMin: 550 } })
  })

  it('leaves no sooner than what is kept clear after a stop', () => {
    const day = begun()
      .visit(draft('b', 0.02, 570, 600), { keepClearMin: 30 })
      .pass(draft('c', 0.03, 0, 0), 15)
      .done()
    expect(day.stops[2]).toMatchObject({ arriveMin: 640, startMin: 640, endMin: 655, leg: { departMin: 630 } })
  })

  it.each([
    ['starts before anybody can be there', () => begun().visit(draft('b', 0.02, 559, 600))],
    ['ends before it begins', () => begun().visit(draft('b', 0.02, 580, 570))],
    ['has an id already used', () => begun().visit(draft('a', 0.02, 580, 600))],
    ['nobody can reach', () => begun().visit(draft('b', 1, 1400, 1440))],
    ['begins a day twice', () => begun().begin(draft('b', 0, 560, 560))],
  ])('refuses a stop that %s', (_, build) => {
    expect(build).toThrow(RangeError)
  })

  it('numbers days and keeps ids unique over all of them', () => {
    const builder = new ItineraryBuilder(walk)
    builder.day('2026-05-04').begin(draft('a', 0, 0, 0))
    builder.day('2026-05-05').begin(draft('b', 0, 0, 0))
    expect(builder.days().map(({ index, date }) => [index, date])).toEqual([
      [0, '2026-05-04'],
      [1, '2026-05-05'],
    ])
    expect(() => builder.day('2026-05-06').begin(draft('a', 0, 0, 0))).toThrow(/used twice/)
  })
})
