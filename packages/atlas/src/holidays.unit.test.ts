import { addDays, holidaysOn, weekdayOf, type HolidayKind } from '@yeojeong/domain'
import { describe, expect, it } from 'vitest'
import { KR_HOLIDAYS } from './holidays-kr.ts'
import { holidaysOf } from './holidays.ts'

const kindsOn = (date: string): readonly HolidayKind[] => {
  const holidays = holidaysOn(KR_HOLIDAYS, date)
  return holidays === 'unknown' ? [] : holidays.map(({ kind }) => kind)
}
const datesOf = (kind: HolidayKind): string[] => Object.keys(KR_HOLIDAYS.days).filter((date) => kindsOn(date).includes(kind))

/** The Korean lunar date as the runtime's own calendar computes it. */
function lunar(date: string): string {
  const parts = new Intl.DateTimeFormat('en-u-ca-dangi', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })
  return parts.format(new Date(`${date}T00:00:00Z`)).replaceAll(/[^\d/bis]/g, '')
}

describe('Korean public holidays', () => {
  it('lists the number of dates each almanac has', () => {
    const perYear = [2024, 2025, 2026, 2027, 2028].map(
      (year) => Object.keys(KR_HOLIDAYS.days).filter((date) => date.startsWith(String(year))).length,
    )
    expect(perYear).toEqual([19, 19, 22, 24, 18])
  })

  it('puts Seollal on the first day of the first lunar month and Chuseok on the fifteenth of the eighth', () => {
    expect(datesOf('seollal').map(lunar)).toEqual(Array(5).fill('1/1'))
    expect(datesOf('chuseok').map(lunar)).toEqual(Array(5).fill('8/15'))
    const buddha = Object.keys(KR_HOLIDAYS.days).filter((date) =>
      KR_HOLIDAYS.days[date]!.some(({ names }) => names.en === "Buddha's Birthday"),
    )
    expect(buddha.map(lunar)).toEqual(Array(5).fill('4/8'))
  })

  it.each(['seollal', 'chuseok'] as const)('frames %s with its eve and its morrow', (feast) => {
    for (const date of datesOf(feast)) {
      expect(kindsOn(addDays(date, -1))).toContain(`${feast}-eve`)
      expect(kindsOn(addDays(date, 1))).toContain(`${feast}-morrow`)
    }
  })

  it('gives every substitute a working weekday that is no other holiday', () => {
    for (const date of datesOf('substitute')) {
      expect(kindsOn(date)).toEqual(['substitute'])
      expect(weekdayOf(date)).toBeLessThan(5)
    }
  })

  it('substitutes from 2026 on every national day but New Year and Memorial Day that meets a weekend', () => {
    const moving = Object.entries(KR_HOLIDAYS.days).filter(
      ([date, holidays]) =>
        date >= '2026' && weekdayOf(date) >= 5 && !/-(01-01|06-06)$/.test(date) && holidays.some(({ kind }) => kind === 'national'),
    )
    expect(moving.length).toBeGreaterThan(8)
    for (const [date] of moving) {
      const next = [1, 2, 3].map((days) => addDays(date, days)).find((day) => weekdayOf(day) < 5)!
      expect(kindsOn(next), date).toEqual(['substitute'])
    }
  })

  it('has the elections and temporary holidays that were declared', () => {
    expect(kindsOn('2025-01-27')).toEqual(['temporary'])
    expect(kindsOn('2025-06-03')).toEqual(['election'])
    expect(kindsOn('2026-06-03')).toEqual(['election'])
    expect(kindsOn('2028-04-12')).toEqual(['election'])
  })

  it('does not know the years before and after its table', () => {
    expect(holidaysOn(KR_HOLIDAYS, '2023-12-25')).toBe('unknown')
    expect(holidaysOn(KR_HOLIDAYS, '2029-01-01')).toBe('unknown')
    expect(holidaysOn(KR_HOLIDAYS, '2026-11-22')).toEqual([])
  })

  it('has no table for a country nobody wrote down', () => {
    expect(holidaysOf('KR')).toBe(KR_HOLIDAYS)
    expect(holidaysOf('ZZ')).toBeNull()
  })
})
