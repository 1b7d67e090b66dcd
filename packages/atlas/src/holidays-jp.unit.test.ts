import { addDays, holidaysOn, weekdayOf } from '@yeojeong/domain'
import { describe, expect, it } from 'vitest'
import { JP_HOLIDAYS } from './holidays-jp.ts'
import { holidaysOf } from './holidays.ts'

const namesOn = (date: string): readonly (string | undefined)[] => {
  const holidays = holidaysOn(JP_HOLIDAYS, date)
  return holidays === 'unknown' ? ['unknown'] : holidays.map(({ names }) => names.ja)
}
const dates = Object.keys(JP_HOLIDAYS.days)
const SUN = 6

/** The Sun's apparent longitude in degrees at noon in Japan (Meeus, low precision: good to 0.01°). */
function solarLongitude(date: string): number {
  const t = (Date.parse(`${date}T03:00:00Z`) / 86_400_000 + 2_440_587.5 - 2_451_545) / 36_525
  const anomaly = ((357.52911 + 35_999.05029 * t) * Math.PI) / 180
  const centre = (1.914602 - 0.004817 * t) * Math.sin(anomaly) + 0.019993 * Math.sin(2 * anomaly)
  const longitude = 280.46646 + 36_000.76983 * t + centre - 0.00569 - 0.00478 * Math.sin(((125.04 - 1934.136 * t) * Math.PI) / 180)
  return ((longitude % 360) + 360) % 360
}

describe('Japanese public holidays', () => {
  it('lists the sixteen of the Act every year, and the days off that follow from them', () => {
    const perYear = [2026, 2027, 2028].map((year) => dates.filter((date) => date.startsWith(String(year))).length)
    expect(perYear).toEqual([18, 17, 16])
  })

  it('makes a day between two holidays one too: 22 September 2026', () => {
    expect([namesOn('2026-09-21'), namesOn('2026-09-22'), namesOn('2026-09-23')]).toEqual([['敬老の日'], ['国民の休日'], ['秋分の日']])
    expect(namesOn('2027-09-21')).toEqual([])
    expect(namesOn('2027-09-22')).toEqual([])
  })

  it('makes up for a Sunday on the first day that is no holiday, which in May is the 6th', () => {
    expect(weekdayOf('2026-05-03')).toBe(SUN)
    expect(namesOn('2026-05-06')).toEqual(['振替休日'])
    expect(namesOn('2027-03-22')).toEqual(['振替休日'])
    expect(namesOn('2027-05-06')).toEqual([])
  })

  it('gives every holiday on a Sunday its substitute, and no other', () => {
    const due = dates
      .filter((date) => weekdayOf(date) === SUN)
      .map((date) =>
        [1, 2, 3, 4].map((days) => addDays(date, days)).find((day) => namesOn(day)[0] === undefined || namesOn(day)[0] === '振替休日'),
      )
    expect(dates.filter((date) => namesOn(date)[0] === '振替休日')).toEqual(due)
  })

  it('leaves no day between two holidays a working day', () => {
    const between = dates.map((date) => addDays(date, 1)).filter((day) => dates.includes(addDays(day, 1)) && weekdayOf(day) !== SUN)
    expect(between.length).toBeGreaterThan(0)
    expect(between.filter((day) => !dates.includes(day))).toEqual([])
  })

  it('puts the movable Mondays on Mondays', () => {
    const mondays = dates.filter((date) => ['成人の日', '海の日', '敬老の日', 'スポーツの日'].includes(namesOn(date)[0]!))
    expect(mondays).toHaveLength(12)
    expect(mondays.map(weekdayOf)).toEqual(Array(12).fill(0))
  })

  it.each([
    ['春分の日', 0],
    ['秋分の日', 180],
  ])('puts %s on the day the Sun passes %d degrees', (name, longitude) => {
    const days = dates.filter((date) => namesOn(date)[0] === name)
    expect(days).toHaveLength(3)
    // Japan's day runs from 12 hours before that noon to 12 hours after: half a degree either way.
    for (const date of days) expect(Math.abs(((solarLongitude(date) - longitude + 540) % 360) - 180), date).toBeLessThan(0.5)
  })

  it('does not know the years before and after its table', () => {
    expect(holidaysOn(JP_HOLIDAYS, '2025-12-31')).toBe('unknown')
    expect(holidaysOn(JP_HOLIDAYS, '2029-01-01')).toBe('unknown')
    expect(namesOn('2026-12-31')).toEqual([])
    expect(holidaysOf('JP')).toBe(JP_HOLIDAYS)
  })
})
