import type { HoursSpec } from '@yeojeong/domain'
import { describe, expect, it } from 'vitest'
import { HOLIDAYS } from './fixture/places.ts'
import { hm } from './fixture/plan-maker.ts'
import { hoursOn, judgeVisit } from './hours.ts'
import { clock } from './violation.ts'

const open = (osm: string, more: Partial<Extract<HoursSpec, { kind: 'scheduled' }>> = {}): HoursSpec => ({
  kind: 'scheduled',
  osm,
  ...more,
})

function reads(spec: HoursSpec, date: string, holidays: typeof HOLIDAYS | null = HOLIDAYS): string {
  const hours = hoursOn(spec, date, holidays)
  return typeof hours === 'string' ? hours : hours.map((one) => `${clock(one.open)}-${clock(one.close)}`).join(' ')
}

// 2026-05-04 is a Monday; 05-05 is a public holiday; 05-25 is a Monday and a substitute holiday.
describe("the checker's reading of opening hours", () => {
  it.each<[string, string, string]>([
    ['Mo-Fr 09:00-18:00', '2026-05-09', ''],
    ['Mo-Fr 09:00-18:00; Sa 10:00-14:00', '2026-05-09', '10:00-14:00'],
    ['Mo-Fr 11:00-15:00,17:00-22:00', '2026-05-04', '11:00-15:00 17:00-22:00'],
    ['09:00-18:00; Tu off', '2026-05-05', ''],
    ['Sa-Mo 09:00-18:00', '2026-05-04', '09:00-18:00'],
    ['Mo,We,Fr 09:00-18:00', '2026-05-06', '09:00-18:00'],
    ['Mar-Oct 09:00-18:00; Nov-Feb 09:00-17:00', '2026-01-15', '09:00-17:00'],
    ['Mar-Oct 09:00-18:00; Nov-Feb 09:00-17:00', '2026-10-31', '09:00-18:00'],
    ['Mar 15-May 04 09:00-18:00', '2026-05-05', ''],
    ['May 01-05 09:00-18:00', '2026-05-05', '09:00-18:00'],
    ['Jun-Aug Sa,Su 09:00-20:00; Sep-May 10:00-16:00', '2026-07-04', '09:00-20:00'],
    ['18:00-02:00', '2026-05-05', '18:00-26:00'],
    ['18:00-26:00', '2026-05-05', '18:00-26:00'],
    ['24/7', '2026-05-05', '00:00-24:00'],
    ['09:00-18:00; PH off', '2026-05-05', ''],
    ['Mo-Fr 09:00-18:00; PH 10:00-16:00', '2026-05-05', '10:00-16:00'],
    ['Mo[2] 09:00-18:00', '2026-05-11', '09:00-18:00'],
    ['Mo[2] 09:00-18:00', '2026-05-04', ''],
    ['Mo[-1] 09:00-18:00', '2026-05-25', '09:00-18:00'],
    ['Mo[1,4] 09:00-18:00', '2026-05-25', '09:00-18:00'],
    ['Mo-Fr 09:00-12:00, We 14:00-18:00', '2026-05-06', '09:00-12:00 14:00-18:00'],
    ['Dec 24-Jan 03 10:00-12:00', '2026-01-02', '10:00-12:00'],
  ])('%s on %s is "%s"', (osm, date, expected) => {
    expect(reads(open(osm), date)).toBe(expected)
  })

  it.each([
    'sunrise-sunset',
    '10:00+',
    'week 1-10 09:00-18:00',
    'Mo-Fr',
    '09:00',
    'SH off',
    'by appointment',
    '',
    '09:00-18:00/90',
    'Mo 9-18',
  ])('cannot read "%s", and says so', (osm) => expect(reads(open(osm), '2026-05-04')).toBe('unknown'))

  it('closes weekly, and opens on a holiday with or without making up for it', () => {
    const osm = '09:00-18:00'
    const on = (onHoliday: 'open' | 'closed' | 'next-weekday', date: string): boolean =>
      reads(open(osm, { closedWeekly: { days: [1], onHoliday } }), date) !== ''
    expect([on('open', '2026-05-05'), on('open', '2026-05-06'), on('open', '2026-05-12')]).toEqual([true, true, false])
    expect([on('next-weekday', '2026-05-05'), on('next-weekday', '2026-05-06'), on('next-weekday', '2026-05-07')]).toEqual([
      true,
      false,
      true,
    ])
    expect([on('closed', '2026-05-05'), on('closed', '2026-05-06')]).toEqual([false, true])
  })

  it('makes up for a closing day after the whole run of holidays', () => {
    const spec = open('09:00-18:00', { closedWeekly: { days: [0], onHoliday: 'next-weekday' } })
    expect(['16', '17', '18', '19', '20'].map((day) => reads(spec, `2026-02-${day}`) !== '')).toEqual([true, true, true, false, true])
  })

  it('closes on feasts, fixed dates and the nth weekday', () => {
    const spec = open('09:00-18:00', { closedDates: ['seollal', '01-01'], closedNth: { weekday: 6, nth: [2] } })
    const days = ['2026-02-16', '2026-02-17', '2026-01-01', '2026-05-10', '2026-05-17']
    expect(days.map((day) => reads(spec, day) !== '')).toEqual([true, false, false, false, true])
    expect(reads(open('09:00-18:00', { closedDates: ['seollal-span'] }), '2026-02-16')).toBe('')
  })

  it('knows nothing of a day that hangs on a holiday nobody knows', () => {
    expect(reads(open('09:00-18:00; PH off'), '2031-05-05')).toBe('unknown')
    expect(reads(open('09:00-18:00', { closedWeekly: { days: [0], onHoliday: 'open' } }), '2031-05-05')).toBe('unknown')
    expect(reads(open('09:00-18:00', { closedDates: ['chuseok'] }), '2031-05-05')).toBe('09:00-18:00')
    expect(reads(open('09:00-18:00'), '2026-05-05', null)).toBe('09:00-18:00')
  })

  it('judges a visit against the opening it lies in', () => {
    const bar = open('Tu-Su 18:00-02:00', { lastEntryMin: 30 })
    const judge = (date: string, from: string, to: string): string => judgeVisit(bar, date, hm(from), hm(to), HOLIDAYS).kind
    expect(judge('2026-05-05', '18:00', '26:00')).toBe('open')
    expect(judge('2026-05-05', '17:59', '19:00')).toBe('outside')
    expect(judge('2026-05-05', '25:30', '25:50')).toBe('open')
    expect(judge('2026-05-05', '25:31', '25:50')).toBe('too-late')
    expect(judge('2026-05-05', '25:00', '26:01')).toBe('outside')
    expect(judge('2026-05-04', '19:00', '20:00')).toBe('closed-day')
    expect(judge('2026-05-04', '1:00', '1:20')).toBe('open')
    expect(judgeVisit(open('24/7'), '2026-05-05', hm('23:00'), hm('25:00'), HOLIDAYS).kind).toBe('open')
    expect(judgeVisit({ kind: 'unknown' }, '2026-05-05', 0, 60, HOLIDAYS).kind).toBe('unknown')
    expect(judgeVisit({ kind: 'always' }, '2026-05-05', 0, 60, HOLIDAYS).kind).toBe('open')
  })
})
