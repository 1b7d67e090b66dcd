import type { DayView } from '@yeojeong/contracts'
import { describe, expect, it } from 'vitest'
import { SEOUL_ITINERARY } from '../../dev/fixtures/seoul-itinerary.ts'
import { minuteOn } from './moments.ts'
import { clockRange, dayStrip, timelineRows } from './timeline-rows.ts'

const [first, second, third] = SEOUL_ITINERARY.days as [DayView, DayView, DayView]

/** Rows are allowed to leave out less than five minutes: rounding between a stop and its way. */
const ROUNDING_MIN = 5

describe('timelineRows', () => {
  it.each(SEOUL_ITINERARY.days)('leaves no minute of day $index out', (day) => {
    const rows = timelineRows(day)
    for (const [index, row] of rows.entries()) {
      const before = rows[index - 1]
      expect(row.toMin).toBeGreaterThanOrEqual(row.fromMin)
      if (before !== undefined) expect(Math.abs(row.fromMin - before.toMin)).toBeLessThan(ROUNDING_MIN)
    }
  })

  it('shows the free time before a meal as a gap with its reason', () => {
    const gap = timelineRows(first).find((row) => row.kind === 'gap')
    expect(gap).toMatchObject({ fromMin: 989, toMin: 1032, waits: false, reason: { code: 'gap-until-meal' } })
  })

  it('shows waiting at the door after the way, not before it', () => {
    const rows = timelineRows(third)
    const wait = rows.findIndex((row) => row.kind === 'gap' && row.waits)
    expect(rows[wait - 1]?.kind).toBe('leg')
    expect(rows[wait]).toMatchObject({ fromMin: 592, toMin: 600 })
  })

  it('numbers what has a pin and nothing else, from 1 each day', () => {
    const numbers = (day: DayView): readonly (number | null)[] =>
      timelineRows(day).flatMap((row) => (row.kind === 'stop' ? [row.number] : []))
    expect(numbers(first)).toEqual([null, null, 1, 2, 3, 4, 5, null])
    expect(numbers(second)).toEqual([null, 1, 2, 3, null, 4, null])
  })

  it('marks whole hours at their true height, clear of the times at both ends', () => {
    const palace = timelineRows(first).find((row) => row.kind === 'stop' && row.stop.placeId === 'plc_gyeongbokgung')
    expect(palace).toMatchObject({ fromMin: 762, toMin: 852, ticks: [] })
    const lodging = timelineRows(second).find((row) => row.kind === 'stop' && row.stop.kind === 'rest')
    expect(lodging?.ticks).toEqual([{ minute: 900, at: 1 / 3 }])
  })

  it('has nothing to show for a day without stops', () => {
    expect(timelineRows({ ...first, stops: [] })).toEqual([])
  })
})

describe('the strip of a day', () => {
  it('lies on one axis of whole hours that holds every day', () => {
    expect(clockRange(SEOUL_ITINERARY.days)).toEqual({ fromMin: 540, toMin: 1200 })
    for (const day of SEOUL_ITINERARY.days) {
      for (const part of dayStrip(day, 540, 1200)) {
        expect(part.from).toBeGreaterThanOrEqual(0)
        expect(part.from + part.width).toBeLessThanOrEqual(1.000001)
      }
    }
  })

  it('is as long as the day is', () => {
    const stretched = dayStrip(first, 630, 1143)
    const total = stretched.reduce((sum, part) => sum + part.width, 0)
    expect(total).toBeCloseTo(1, 2)
  })
})

describe('minuteOn', () => {
  it('reads the destination’s clock, whatever the reader’s time zone', () => {
    expect(minuteOn('2026-05-08', '2026-05-08T09:30:00+09:00')).toBe(570)
  })

  it('counts on past midnight and before the day', () => {
    expect(minuteOn('2026-05-08', '2026-05-09T00:30:00+09:00')).toBe(1470)
    expect(minuteOn('2026-05-08', '2026-05-07T23:00:00+09:00')).toBe(-60)
  })
})
