import { addDays, holidaysOn, openIntervals, weekdayOf, type HolidayCalendar, type HolidayKind } from '@yeojeong/domain'
import { describe, expect, it } from 'vitest'
import { closedMovesFrom, MON, open } from './author.ts'
import { FR_HOLIDAYS } from './holidays-fr.ts'
import { KR_HOLIDAYS } from './holidays-kr.ts'
import { SG_HOLIDAYS } from './holidays-sg.ts'
import { TW_HOLIDAYS } from './holidays-tw.ts'
import { holidaysOf } from './holidays.ts'

const kindsOn = (calendar: HolidayCalendar, date: string): readonly HolidayKind[] => {
  const holidays = holidaysOn(calendar, date)
  return holidays === 'unknown' ? [] : holidays.map(({ kind }) => kind)
}
const datesOf = (calendar: HolidayCalendar, kind: HolidayKind): string[] =>
  Object.keys(calendar.days).filter((date) => kindsOn(calendar, date).includes(kind))
const datesNamed = (calendar: HolidayCalendar, name: string): string[] =>
  Object.keys(calendar.days).filter((date) => calendar.days[date]!.some(({ names }) => names.en === name))
const countIn = (calendar: HolidayCalendar, year: number): number =>
  Object.keys(calendar.days).filter((date) => date.startsWith(String(year))).length

/** The Chinese lunar date as the runtime's own calendar computes it. */
function lunar(date: string): string {
  const parts = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' })
  return parts.format(new Date(`${date}T00:00:00Z`)).replaceAll(/[^\d/bis]/g, '')
}

/** Easter Sunday by Gauss's rule as amended for the Gregorian calendar. */
function easter(year: number): string {
  const [century, golden] = [Math.floor(year / 100), year % 19]
  const correction = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25)
  const d = (19 * golden + correction) % 30
  const full = 21 + d - Math.floor((d + Math.floor(golden / 11)) / 29)
  const sunday = 7 - ((year + Math.floor(year / 4) + 2 - Math.floor((3 * century + 3) / 4)) % 7)
  return addDays(`${year}-03-01`, full + 7 - ((full - sunday) % 7) - 1)
}

describe.each([TW_HOLIDAYS, SG_HOLIDAYS, FR_HOLIDAYS])('the table of $countryCode', (calendar) => {
  it('is found by its country and knows nothing outside its years', () => {
    expect(holidaysOf(calendar.countryCode)).toBe(calendar)
    expect(holidaysOn(calendar, addDays(calendar.knownFrom, -1))).toBe('unknown')
    expect(holidaysOn(calendar, addDays(calendar.knownUntil, 1))).toBe('unknown')
    for (const date of Object.keys(calendar.days)) expect(date >= calendar.knownFrom && date <= calendar.knownUntil).toBe(true)
  })

  it('names every holiday in four languages', () => {
    for (const { names } of Object.values(calendar.days).flat())
      for (const language of ['ko', 'en', 'ja', 'zh'] as const) expect(names[language]).toMatch(/\S/)
  })

  it('gives every substitute a working weekday', () => {
    for (const date of datesOf(calendar, 'substitute')) expect(weekdayOf(date), date).toBeLessThan(5)
  })
})

describe('Taiwanese public holidays', () => {
  it('follow the moon over Taipei, which brings the lunar new year of 2027 a day before Korea’s', () => {
    // The new moon of 6 February 2027 is at 23:56 there, and after midnight in Seoul; ICU's reckoning misses it by a day.
    expect(datesOf(TW_HOLIDAYS, 'seollal')).toEqual(['2026-02-17', '2027-02-06'])
    expect(kindsOn(KR_HOLIDAYS, '2027-02-07')).toContain('seollal')
    expect(datesOf(TW_HOLIDAYS, 'chuseok').map(lunar)).toEqual(['8/15', '8/15'])
    expect(datesNamed(TW_HOLIDAYS, 'Dragon Boat Festival').map(lunar)).toEqual(['5/5', '5/5'])
  })

  it('make up for a weekend before a Saturday and after a Sunday', () => {
    expect(weekdayOf('2026-10-10')).toBe(5)
    expect(kindsOn(TW_HOLIDAYS, '2026-10-09')).toEqual(['substitute'])
    expect(weekdayOf('2027-10-10')).toBe(6)
    expect(kindsOn(TW_HOLIDAYS, '2027-10-11')).toEqual(['substitute'])
    // New Year's Day of 2028, which falls on a Saturday, is made up for in the year before.
    expect(kindsOn(TW_HOLIDAYS, '2027-12-31')).toEqual(['substitute'])
  })

  it('make up for the lunar new year after it: nine days in 2026, seven in 2027', () => {
    expect(kindsOn(TW_HOLIDAYS, '2026-02-20')).toEqual(['substitute'])
    expect(kindsOn(TW_HOLIDAYS, '2026-02-13')).toEqual([])
    for (let day = 4; day <= 10; day += 1) expect(kindsOn(TW_HOLIDAYS, `2027-02-${String(day).padStart(2, '0')}`), `${day}`).toHaveLength(1)
    expect(kindsOn(TW_HOLIDAYS, '2027-02-11')).toEqual([])
  })

  it('move Children’s Day of 2027 past Tomb-Sweeping Monday to Tuesday', () => {
    expect(['2027-04-04', '2027-04-05', '2027-04-06'].map((date) => kindsOn(TW_HOLIDAYS, date))).toEqual([
      ['national'],
      ['national'],
      ['substitute'],
    ])
    expect(kindsOn(TW_HOLIDAYS, '2027-04-02')).toEqual([])
  })

  it('have the days the Act of 2025 gave back', () => {
    for (const date of ['2026-05-01', '2026-09-28', '2026-10-25', '2026-12-25'])
      expect(kindsOn(TW_HOLIDAYS, date), date).toEqual(['national'])
  })

  it('open a museum on a holiday Monday and shut it on the next working day', () => {
    const museum = open('09:00-17:00', closedMovesFrom(MON))
    const isOpen = (date: string): boolean => openIntervals(museum, date, TW_HOLIDAYS).length > 0
    expect(isOpen('2026-09-28')).toBe(true)
    expect(isOpen('2026-09-29')).toBe(false)
    expect(isOpen('2026-09-21')).toBe(false)
  })
})

describe('Singaporean public holidays', () => {
  it('are eleven a year, and a Monday for each that meets a Sunday', () => {
    for (const year of [2026, 2027]) {
      const sundays = Object.keys(SG_HOLIDAYS.days).filter((date) => date.startsWith(String(year)) && weekdayOf(date) === 6)
      expect(countIn(SG_HOLIDAYS, year)).toBe(11 + sundays.length)
      for (const date of sundays) expect(kindsOn(SG_HOLIDAYS, addDays(date, 1)), date).toEqual(['substitute'])
    }
    // Saturdays are not made up for.
    expect(kindsOn(SG_HOLIDAYS, '2027-05-03')).toEqual([])
    expect(kindsOn(SG_HOLIDAYS, '2027-12-27')).toEqual([])
  })

  it('have the feasts of four calendars where each falls', () => {
    expect(datesOf(SG_HOLIDAYS, 'seollal')).toEqual(datesOf(TW_HOLIDAYS, 'seollal'))
    expect(datesNamed(SG_HOLIDAYS, 'Good Friday')).toEqual([2026, 2027].map((year) => addDays(easter(year), -2)))
    expect(datesNamed(SG_HOLIDAYS, 'Hari Raya Puasa (Eid al-Fitr)')).toEqual(['2026-03-21', '2027-03-10'])
    expect(datesNamed(SG_HOLIDAYS, 'Hari Raya Haji (Eid al-Adha)')).toEqual(['2026-05-27', '2027-05-17'])
    expect(datesNamed(SG_HOLIDAYS, 'Vesak Day')).toEqual(['2026-05-31', '2027-05-20'])
    expect(datesNamed(SG_HOLIDAYS, 'Deepavali')).toEqual(['2026-11-08', '2027-10-28'])
  })
})

describe('French public holidays', () => {
  it('are eleven a year, none of them made up for', () => {
    expect([2026, 2027, 2028].map((year) => countIn(FR_HOLIDAYS, year))).toEqual([11, 11, 11])
    expect(datesOf(FR_HOLIDAYS, 'substitute')).toEqual([])
  })

  it('count Easter Monday, Ascension and Whit Monday from Easter', () => {
    const after = (days: number): string[] => [2026, 2027, 2028].map((year) => addDays(easter(year), days))
    expect(easter(2027)).toBe('2027-03-28')
    expect(datesNamed(FR_HOLIDAYS, 'Easter Monday')).toEqual(after(1))
    expect(datesNamed(FR_HOLIDAYS, 'Ascension Day')).toEqual(after(39))
    expect(datesNamed(FR_HOLIDAYS, 'Whit Monday')).toEqual(after(50))
  })

  it('have no Good Friday, which is one in Alsace only', () => {
    expect(kindsOn(FR_HOLIDAYS, '2027-03-26')).toEqual([])
  })
})
