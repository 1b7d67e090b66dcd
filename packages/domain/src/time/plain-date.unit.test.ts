import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, epochDay, fromEpochDay, isPlainDate, weekdayOf } from './plain-date.ts'

describe('a plain date', () => {
  it('is a day that exists, written in full', () => {
    expect(['2026-11-22', '2024-02-29', '1970-01-01', '2000-02-29'].every(isPlainDate)).toBe(true)
    const wrong = [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-1-1',
      '20260101',
      '',
      '2026-01-01T00:00',
      '1900-02-29',
      '2026-01-00',
      '0026-05-05',
    ]
    expect(wrong.filter(isPlainDate)).toEqual([])
  })

  it('counts days from 1970 and back', () => {
    expect(epochDay('1970-01-01')).toBe(0)
    expect(epochDay('1969-12-31')).toBe(-1)
    fc.assert(fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => epochDay(fromEpochDay(day)) === day))
  })

  it('adds days over month, year and leap day', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(daysBetween('2026-11-22', '2027-11-22')).toBe(365)
    expect(daysBetween('2026-11-22', '2026-11-20')).toBe(-2)
  })

  it('knows its weekday, Monday first', () => {
    expect(weekdayOf('2026-11-22')).toBe(6)
    expect(weekdayOf('2026-11-23')).toBe(0)
    expect(weekdayOf('1970-01-01')).toBe(3)
    expect(weekdayOf('1969-12-28')).toBe(6)
  })
})
