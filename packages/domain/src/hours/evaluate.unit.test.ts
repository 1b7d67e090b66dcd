import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../time/plain-date.ts'
import { openIntervals } from './evaluate.ts'
import type { HolidayCalendar, HolidayKind } from './holiday-calendar.ts'
import type { HoursSpec } from './spec.ts'

type Rules = Omit<Extract<HoursSpec, { kind: 'scheduled' }>, 'kind' | 'osm'>

function calendar(days: { readonly [date: string]: HolidayKind }): HolidayCalendar {
  const listed = Object.entries(days).map(([date, kind]) => [date, [{ kind, names: { en: kind } }]] as const)
  return {
    countryCode: 'KR',
    knownFrom: '2026-01-01',
    knownUntil: '2027-12-31',
    days: Object.fromEntries(listed),
    source: 'test',
    asOf: '2026-11-22',
  }
}

/** Seollal 2027: Saturday 6 to Monday 8 February, with Tuesday 9 as substitute. Chuseok 2027: Tuesday 14 to Thursday 16 September. */
const KR = calendar({
  '2027-02-06': 'seollal-eve',
  '2027-02-07': 'seollal',
  '2027-02-08': 'seollal-morrow',
  '2027-02-09': 'substitute',
  '2027-03-01': 'national',
  '2027-05-05': 'national',
  '2027-09-14': 'chuseok-eve',
  '2027-09-15': 'chuseok',
  '2027-09-16': 'chuseok-morrow',
  '2027-10-04': 'substitute',
  '2027-10-11': 'substitute',
})

/** `10:00-17:00,18:00-21:00`, `closed` or `unknown`. */
function on(date: string, osm: string, rules: Rules = {}, holidays: HolidayCalendar | null = KR): string {
  const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const intervals = openIntervals({ kind: 'scheduled', osm, ...rules }, date, holidays)
  if (intervals === 'unknown') return 'unknown'
  return intervals.map(({ open, close }) => `${clock(open)}-${clock(close)}`).join(',') || 'closed'
}
/** The closed days among the following, as days of the month. */
function closedAmong(from: string, days: number, osm: string, rules: Rules = {}): number[] {
  const dates = Array.from({ length: days }, (_, i) => addDays(from, i))
  return dates.filter((date) => on(date, osm, rules) === 'closed').map((date) => Number(date.slice(8)))
}

const MONDAY = 0
const TUESDAY = 1

describe('opening hours of a date', () => {
  it.each([
    ['2027-06-14', 'Mo-Fr 09:00-18:00', '09:00-18:00'],
    ['2027-06-19', 'Mo-Fr 09:00-18:00', 'closed'],
    ['2027-06-13', 'We-Mo 09:00-17:00', '09:00-17:00'],
    ['2027-06-15', 'We-Mo 09:00-17:00', 'closed'],
    ['2027-06-14', 'Mo-Fr 11:30-15:00,17:00-22:00', '11:30-15:00,17:00-22:00'],
    ['2027-06-14', '24/7', '00:00-24:00'],
    ['2027-06-14', '10:00-24:00', '10:00-24:00'],
    ['2027-06-14', '10:00-00:00', '10:00-24:00'],
    ['2027-06-14', '18:00-02:00', '18:00-26:00'],
    ['2027-06-14', '11:00-26:00', '11:00-26:00'],
    ['2027-06-14', '12:00-15:00,10:00-13:00', '10:00-15:00'],
    ['2027-06-16', 'Mo-Su 11:00-22:00; We off', 'closed'],
    ['2027-06-16', 'Tu-Su 10:00-17:00; We 10:00-20:00', '10:00-20:00'],
    ['2027-06-16', 'Tu-Su 10:00-17:00, We 18:00-20:00', '10:00-17:00,18:00-20:00'],
    ['2027-06-16', 'Mo-Fr 09:00-18:00; Mo-Fr 12:00-13:00 off', '09:00-12:00,13:00-18:00'],
  ])('on %s by %j are %s', (date, osm, expected) => {
    expect(on(date, osm)).toBe(expected)
  })

  it.each([
    ['2027-02-28', '09:00-17:00'],
    ['2027-03-01', '09:00-18:00'],
    ['2027-10-31', '09:00-18:00'],
    ['2027-11-01', '09:00-17:00'],
    ['2027-01-15', '09:00-17:00'],
  ])('follow the season over New Year (%s)', (date, expected) => {
    expect(on(date, 'Mar-Oct 09:00-18:00; Nov-Feb 09:00-17:00')).toBe(expected)
  })

  it('close on a span of dates over New Year', () => {
    expect(closedAmong('2026-12-26', 10, 'Mo-Su 09:00-17:00; Dec 29-Jan 01 off')).toEqual([29, 30, 31, 1])
  })

  it('know the nth and the last weekday of a month', () => {
    expect(closedAmong('2027-06-01', 30, 'Mo-Su 10:00-20:00; Mo[2],Mo[4] off')).toEqual([14, 28])
    expect(closedAmong('2027-06-01', 30, 'Mo-Su 10:00-20:00; Su[-1] off')).toEqual([27])
    expect(closedAmong('2027-06-01', 30, '10:00-20:00', { closedNth: { weekday: 6, nth: [2, 4] } })).toEqual([13, 27])
  })

  it('take the holiday rule on a public holiday, whatever its weekday', () => {
    expect(on('2027-03-01', 'Mo-Fr 11:00-21:00; Sa,Su,PH 11:00-22:00')).toBe('11:00-22:00')
    expect(on('2027-03-02', 'Mo-Fr 11:00-21:00; Sa,Su,PH 11:00-22:00')).toBe('11:00-21:00')
    expect(on('2027-02-09', 'Mo-Su 11:00-21:00; PH off')).toBe('closed')
    expect(on('2027-05-05', 'PH,Su 10:00-16:00')).toBe('10:00-16:00')
    expect(on('2027-05-06', 'PH,Su 10:00-16:00')).toBe('closed')
  })

  it('give a night past midnight to the date it opens on', () => {
    expect(on('2027-06-18', 'Fr-Sa 18:00-03:00')).toBe('18:00-27:00')
    expect(on('2027-06-20', 'Fr-Sa 18:00-03:00')).toBe('closed')
  })

  it('end a night at midnight where a later rule speaks of the next day', () => {
    expect(on('2027-06-17', 'Su-Th 17:00-00:30; Fr-Sa 17:00-01:00')).toBe('17:00-24:00')
    expect(on('2027-06-18', 'Su-Th 17:00-00:30; Fr-Sa 17:00-01:00')).toBe('17:00-25:00')
    expect(on('2027-02-28', 'Mo-Su 17:00-02:00; PH off')).toBe('17:00-24:00')
  })

  it('let the last visitor in a while before each closing', () => {
    const spec: HoursSpec = { kind: 'scheduled', osm: '11:00-15:00,17:00-22:00', lastEntryMin: 60 }
    expect(openIntervals(spec, '2027-06-14', KR)).toEqual([
      { open: 660, close: 900, lastEntry: 840 },
      { open: 1020, close: 1320, lastEntry: 1260 },
    ])
    expect(openIntervals({ ...spec, osm: '11:00-11:30' }, '2027-06-14', KR)).toEqual([{ open: 660, close: 690, lastEntry: 660 }])
  })

  it('are all day where there is no gate, and unknown where nobody said or nobody can read it', () => {
    expect(openIntervals({ kind: 'always' }, '2027-06-14', null)).toEqual([{ open: 0, close: 1440, lastEntry: 1440 }])
    expect(openIntervals({ kind: 'unknown' }, '2027-06-14', KR)).toBe('unknown')
    expect(on('2027-06-14', 'by appointment')).toBe('unknown')
    expect(on('2027-02-30', '10:00-18:00')).toBe('unknown')
  })
})

describe('a weekly closing day', () => {
  const GYEONGBOKGUNG = 'Jan-Feb 09:00-17:00; Mar-May 09:00-18:00; Jun-Aug 09:00-18:30; Sep-Oct 09:00-18:00; Nov-Dec 09:00-17:00'
  const palace: Rules = { lastEntryMin: 60, closedWeekly: { days: [TUESDAY], onHoliday: 'next-weekday' } }
  const museum: Rules = { closedWeekly: { days: [MONDAY], onHoliday: 'next-weekday' } }

  it('closes Gyeongbokgung on ordinary Tuesdays, by the season’s hours on other days', () => {
    expect(closedAmong('2027-06-01', 15, GYEONGBOKGUNG, palace)).toEqual([1, 8, 15])
    expect(on('2027-06-02', GYEONGBOKGUNG, palace)).toBe('09:00-18:30')
    expect(on('2027-01-06', GYEONGBOKGUNG, palace)).toBe('09:00-17:00')
  })

  it('opens Gyeongbokgung on a Tuesday that is a holiday and closes it on the first working day after', () => {
    // 9 February 2027 is the substitute for Seollal; 14 to 16 September are Chuseok.
    expect(closedAmong('2027-02-07', 7, GYEONGBOKGUNG, palace)).toEqual([10])
    expect(closedAmong('2027-09-13', 9, GYEONGBOKGUNG, palace)).toEqual([17, 21])
  })

  it('moves a museum’s Monday over the whole of Seollal 2027', () => {
    // Saturday 6 … Tuesday 9 are holidays: open on Monday 8 and Tuesday 9, closed on Wednesday 10.
    expect(closedAmong('2027-02-01', 15, '09:00-18:00', museum)).toEqual([1, 10, 15])
  })

  it('closes a museum on Seollal itself and still moves its Monday', () => {
    expect(closedAmong('2027-02-05', 8, '09:00-18:00', { ...museum, closedDates: ['seollal'] })).toEqual([7, 10])
    expect(closedAmong('2027-02-05', 8, '09:00-18:00', { ...museum, closedDates: ['seollal-span'] })).toEqual([6, 7, 8, 10])
  })

  it('moves it after a substitute holiday too', () => {
    expect(closedAmong('2027-10-04', 9, '09:00-18:00', museum)).toEqual([5, 12])
  })

  it('moves past a day that is closed for another reason, and past the weekend', () => {
    expect(closedAmong('2027-03-01', 4, '09:00-18:00', { ...museum, closedDates: ['03-02'] })).toEqual([2, 3])
    expect(closedAmong('2027-03-01', 4, 'Mo-Su 09:00-18:00; Tu off', museum)).toEqual([2, 3])
    const friday = calendar({ '2026-09-25': 'chuseok', '2026-09-26': 'chuseok-morrow' })
    const rules: Rules = { closedWeekly: { days: [4], onHoliday: 'next-weekday' } }
    const closed = [25, 26, 27, 28, 29].filter((day) => on(`2026-09-${day}`, '09:00-18:00', rules, friday) === 'closed')
    expect(closed).toEqual([28])
  })

  it('stays open on a holiday without closing another day, where that is the rule', () => {
    expect(closedAmong('2027-02-01', 15, '09:00-18:00', { closedWeekly: { days: [MONDAY], onHoliday: 'open' } })).toEqual([1, 15])
  })

  it('closes all the same, where that is the rule', () => {
    expect(closedAmong('2027-02-01', 15, '09:00-18:00', { closedWeekly: { days: [MONDAY], onHoliday: 'closed' } })).toEqual([1, 8, 15])
  })

  it('never closes on a holiday, and once a week but for the runs of holidays that swallow a closing day', () => {
    const anyHolidays = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 12 })
    fc.assert(
      fc.property(anyHolidays, fc.constantFrom(0, 1, 2, 3, 4), (offsets, weekday) => {
        const holidays = calendar(Object.fromEntries(offsets.map((days) => [addDays('2027-06-07', days), 'national' as const])))
        const rules: Rules = { closedWeekly: { days: [weekday as 0], onHoliday: 'next-weekday' } }
        const dates = Array.from({ length: 105 }, (_, i) => addDays('2027-06-07', i))
        const closed = dates.filter((date) => on(date, '09:00-18:00', rules, holidays) === 'closed')
        expect(closed.every((date) => holidays.days[date] === undefined)).toBe(true)
        // Two closing days in one run of holidays share a working day, so never more than one a week.
        expect(closed.length).toBeLessThanOrEqual(15)
        expect(closed.length).toBeGreaterThanOrEqual(15 - offsets.length)
      }),
    )
  })
})

describe('closed dates', () => {
  it('are days of the year or feasts, the day or its span', () => {
    expect(closedAmong('2026-12-30', 5, '10:00-18:00', { closedDates: ['01-01', '12-31'] })).toEqual([31, 1])
    expect(closedAmong('2027-09-12', 8, '10:00-18:00', { closedDates: ['chuseok'] })).toEqual([15])
    expect(closedAmong('2027-09-12', 8, '10:00-18:00', { closedDates: ['chuseok-span'] })).toEqual([14, 15, 16])
    expect(closedAmong('2027-02-05', 6, '10:00-18:00', { closedDates: ['chuseok', 'seollal-span'] })).toEqual([6, 7, 8])
  })
})

describe('without a table of holidays', () => {
  it('hours that no holiday changes are known', () => {
    expect(on('2027-06-16', 'Mo-Fr 09:00-18:00', {}, null)).toBe('09:00-18:00')
    expect(on('2027-06-20', 'Mo-Fr 09:00-18:00', {}, null)).toBe('closed')
    expect(on('2027-06-14', '09:00-18:00', { closedWeekly: { days: [MONDAY], onHoliday: 'closed' } }, null)).toBe('closed')
  })

  it('hours that hang on a holiday are unknown, on those days only', () => {
    expect(on('2027-06-16', 'Mo-Su 09:00-18:00; PH off', {}, null)).toBe('unknown')
    expect(on('2027-06-16', 'Mo-Su 09:00-18:00; PH 09:00-17:00', {}, null)).toBe('unknown')
    const moving: Rules = { closedWeekly: { days: [MONDAY], onHoliday: 'next-weekday' } }
    // Monday may be a holiday, Tuesday the day its closing moved to; from Wednesday on it would take two.
    const week = [14, 15, 16, 17, 18, 19, 20].map((day) => on(`2027-06-${day}`, '09:00-18:00', moving, null))
    expect(week).toEqual(['unknown', 'unknown', ...Array(5).fill('09:00-18:00')])
  })

  it('a lunar feast is in doubt only in the weeks it can fall in', () => {
    expect(on('2027-02-07', '09:00-18:00', { closedDates: ['seollal'] }, null)).toBe('unknown')
    expect(on('2027-06-07', '09:00-18:00', { closedDates: ['seollal', 'chuseok-span'] }, null)).toBe('09:00-18:00')
    expect(on('2027-10-01', '09:00-18:00', { closedDates: ['chuseok-span'] }, null)).toBe('unknown')
  })

  it('the same holds beyond the end of a table', () => {
    expect(on('2028-01-03', 'Mo-Su 09:00-18:00; PH off')).toBe('unknown')
    expect(on('2028-01-03', 'Mo-Su 09:00-18:00')).toBe('09:00-18:00')
    // The last Monday the table knows is no holiday, so the Tuesday after it is only its own question.
    expect(on('2027-12-28', '09:00-18:00', { closedWeekly: { days: [MONDAY], onHoliday: 'next-weekday' } })).toBe('09:00-18:00')
  })
})

describe('any hours', () => {
  it('are in order, apart, and begin on their own date', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30'))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`)
    const span = fc
      .tuple(time, time)
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => `${a}-${b}`)
    const days = fc.constantFrom('Mo-Fr', 'Sa,Su', 'Mo-Su', 'We-Mo', 'PH', 'Mar-Oct', 'Nov-Feb Mo-Fr', 'Mo[1]')
    const rule = fc
      .tuple(
        days,
        fc.oneof(
          fc.array(span, { minLength: 1, maxLength: 3 }).map((spans) => spans.join(',')),
          fc.constant('off'),
        ),
      )
      .map(([on_, what]) => `${on_} ${what}`)
    const osm = fc.array(rule, { minLength: 1, maxLength: 4 }).map((rules) => rules.join('; '))
    fc.assert(
      fc.property(osm, fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 90 }), (text, day, lastEntryMin) => {
        const intervals = openIntervals({ kind: 'scheduled', osm: text, lastEntryMin }, addDays('2026-01-10', day), KR)
        if (intervals === 'unknown') throw new Error(`refused ${text}`)
        let after = -1
        for (const { open, close, lastEntry } of intervals) {
          expect(open).toBeGreaterThan(after)
          expect(open).toBeLessThan(1440)
          expect(close).toBeGreaterThan(open)
          expect(lastEntry).toBeGreaterThanOrEqual(open)
          expect(lastEntry).toBeLessThanOrEqual(close)
          after = close
        }
      }),
    )
  })
})
