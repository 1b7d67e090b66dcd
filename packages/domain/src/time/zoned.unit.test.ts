import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './plain-date.ts'
import { isTimeZone, offsetMin, toInstant, toIso, toLocal } from './zoned.ts'

const ZONES = ['Asia/Seoul', 'Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC']
const at = (hours: number, minutes = 0): number => hours * 60 + minutes

describe('the instant of a wall clock', () => {
  it.each([
    ['2026-05-04', at(9, 30), 'Asia/Seoul', '2026-05-04T09:30:00+09:00'],
    ['2026-05-04', at(24), 'Asia/Seoul', '2026-05-05T00:00:00+09:00'],
    ['2026-12-31', at(25, 15), 'Asia/Seoul', '2027-01-01T01:15:00+09:00'],
    ['2026-01-10', at(12), 'Europe/Paris', '2026-01-10T12:00:00+01:00'],
    ['2026-07-10', at(12), 'Europe/Paris', '2026-07-10T12:00:00+02:00'],
    ['2026-07-10', at(0), 'America/New_York', '2026-07-10T00:00:00-04:00'],
    ['2026-07-10', at(12), 'Asia/Kolkata', '2026-07-10T12:00:00+05:30'],
    ['2026-07-10', at(12), 'UTC', '2026-07-10T12:00:00+00:00'],
  ])('%s minute %i in %s is %s', (date, minute, zone, iso) => {
    expect(toIso(date, minute, zone)).toBe(iso)
    expect(toInstant(date, minute, zone)).toBe(Date.parse(iso))
  })

  it.each([
    // Clocks go from 02:00 to 03:00 on 29 March 2026 in Paris, on 8 March 2026 in New York.
    ['2026-03-29', at(1, 59), 'Europe/Paris', '2026-03-29T01:59:00+01:00'],
    ['2026-03-29', at(2), 'Europe/Paris', '2026-03-29T03:00:00+02:00'],
    ['2026-03-29', at(2, 30), 'Europe/Paris', '2026-03-29T03:30:00+02:00'],
    ['2026-03-29', at(3), 'Europe/Paris', '2026-03-29T03:00:00+02:00'],
    ['2026-03-28', at(26, 30), 'Europe/Paris', '2026-03-29T03:30:00+02:00'],
    ['2026-03-08', at(1, 59), 'America/New_York', '2026-03-08T01:59:00-05:00'],
    ['2026-03-08', at(2, 30), 'America/New_York', '2026-03-08T03:30:00-04:00'],
    ['2026-03-08', at(3), 'America/New_York', '2026-03-08T03:00:00-04:00'],
  ])('a time that DST skips (%s minute %i in %s) lies as far after the gap', (date, minute, zone, iso) => {
    expect(toIso(date, minute, zone)).toBe(iso)
  })

  it.each([
    // Clocks go from 03:00 to 02:00 on 25 October 2026 in Paris, from 02:00 to 01:00 on 1 November 2026 in New York.
    ['2026-10-25', at(1, 59), 'Europe/Paris', '2026-10-25T01:59:00+02:00'],
    ['2026-10-25', at(2, 30), 'Europe/Paris', '2026-10-25T02:30:00+02:00'],
    ['2026-10-25', at(3), 'Europe/Paris', '2026-10-25T03:00:00+01:00'],
    ['2026-11-01', at(1, 30), 'America/New_York', '2026-11-01T01:30:00-04:00'],
    ['2026-11-01', at(2), 'America/New_York', '2026-11-01T02:00:00-05:00'],
  ])('a time that occurs twice (%s minute %i in %s) is the first', (date, minute, zone, iso) => {
    expect(toIso(date, minute, zone)).toBe(iso)
  })
})

describe('wall clock and instant', () => {
  it('are each other’s inverse for every time that exists once', () => {
    const day = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2024-01-01', days))
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), day, fc.integer({ min: 0, max: 1439 }), (zone, date, minute) => {
        const instant = toInstant(date, minute, zone)
        const local = toLocal(instant, zone)
        if (local.date !== date || local.minute !== minute) {
          // Only a time inside a DST gap may move, and only forward by the gap.
          const before = offsetMin(instant - 3 * 3_600_000, zone)
          expect(offsetMin(instant, zone)).toBeGreaterThan(before)
        }
        expect(toInstant(local.date, local.minute, zone)).toBeLessThanOrEqual(instant)
      }),
      { numRuns: 500 },
    )
  })

  it('agree with the reading of the ISO text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }), (zone, days, minute) => {
        const date = addDays('2024-01-01', days)
        expect(Date.parse(toIso(date, minute, zone))).toBe(toInstant(date, minute, zone))
      }),
      { numRuns: 500 },
    )
  })

  it('run on without a jump through a night past midnight', () => {
    for (let minute = 1380; minute < 1560; minute += 1) {
      expect(toInstant('2026-06-10', minute + 1, 'Asia/Seoul') - toInstant('2026-06-10', minute, 'Asia/Seoul')).toBe(60_000)
    }
  })
})

describe('a time zone', () => {
  it('is one the runtime knows', () => {
    expect(ZONES.every(isTimeZone)).toBe(true)
    expect(['Seoul', 'Asia/Atlantis', '', 'Asia/Seoul;x'].some(isTimeZone)).toBe(false)
  })

  it('has an offset that follows the season', () => {
    expect(offsetMin(Date.parse('2026-01-01T00:00:00Z'), 'Europe/Paris')).toBe(60)
    expect(offsetMin(Date.parse('2026-07-01T00:00:00Z'), 'Europe/Paris')).toBe(120)
    expect(offsetMin(Date.parse('2026-07-01T00:00:00Z'), 'America/New_York')).toBe(-240)
    expect(offsetMin(Date.parse('2026-07-01T00:00:30Z'), 'Asia/Seoul')).toBe(540)
  })
})
