import { addDays, weekdayOf, type PlainDate } from '../time/plain-date.ts'
import type { HolidayKind } from './holiday-calendar.ts'
import { isNthOfMonth } from './schedule.ts'
import type { ClosedDate, HoursSpec } from './spec.ts'

export type Scheduled = Extract<HoursSpec, { readonly kind: 'scheduled' }>
/** The kinds of holiday a date is; none = an ordinary day. */
export type KindsOn = (date: PlainDate) => readonly HolidayKind[]

/** Longer than any run of holidays and weekends; how far back a moved closing day can come from. */
const LONGEST_RUN_DAYS = 14

function isClosedDate(closed: ClosedDate, date: PlainDate, kindsOn: KindsOn): boolean {
  switch (closed) {
    case 'seollal':
    case 'chuseok':
      return kindsOn(date).includes(closed)
    case 'seollal-span':
      return kindsOn(date).some((kind) => kind.startsWith('seollal'))
    case 'chuseok-span':
      return kindsOn(date).some((kind) => kind.startsWith('chuseok'))
    default:
      return date.slice(5) === closed
  }
}

function closedByCalendar(spec: Scheduled, date: PlainDate, kindsOn: KindsOn): boolean {
  if (spec.closedDates?.some((closed) => isClosedDate(closed, date, kindsOn)) === true) return true
  const nth = spec.closedNth
  return nth !== undefined && nth.weekday === weekdayOf(date) && isNthOfMonth(date, nth.nth)
}

/**
 * True when a weekly closing day that fell on a holiday has moved to this date: the first day after it that is a
 * working weekday, no holiday and not closed already.
 */
function isMovedClosing(spec: Scheduled, date: PlainDate, kindsOn: KindsOn, opens: (date: PlainDate) => boolean): boolean {
  const days = spec.closedWeekly!.days
  const takesTheMove = (day: PlainDate): boolean =>
    weekdayOf(day) < 5 && !days.includes(weekdayOf(day)) && kindsOn(day).length === 0 && !closedByCalendar(spec, day, kindsOn) && opens(day)
  if (!takesTheMove(date)) return false
  for (let back = 1; back <= LONGEST_RUN_DAYS; back += 1) {
    const earlier = addDays(date, -back)
    if (days.includes(weekdayOf(earlier)) && kindsOn(earlier).length > 0) return true
    if (takesTheMove(earlier)) return false
  }
  return false
}

/** Whether one of the rules that the OSM grammar cannot say keeps the place shut; `opens` = what the grammar says. */
export function isClosed(spec: Scheduled, date: PlainDate, kindsOn: KindsOn, opens: (date: PlainDate) => boolean): boolean {
  if (closedByCalendar(spec, date, kindsOn)) return true
  const weekly = spec.closedWeekly
  if (weekly === undefined) return false
  const isClosingDay = weekly.days.includes(weekdayOf(date))
  if (isClosingDay) return weekly.onHoliday === 'closed' || kindsOn(date).length === 0
  return weekly.onHoliday === 'next-weekday' && isMovedClosing(spec, date, kindsOn, opens)
}
