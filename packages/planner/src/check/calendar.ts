import type { HolidayCalendar, PlainDate } from '@yeojeong/domain'

const DAY_MS = 86_400_000

/** Whole days since 1970-01-01 of an ISO date. */
export function dayNumber(date: PlainDate): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS)
}

function dateOf(day: number): PlainDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

export function shiftDate(date: PlainDate, days: number): PlainDate {
  return dateOf(dayNumber(date) + days)
}

/** 0 = Monday … 6 = Sunday; 1970-01-01 was a Thursday. */
export function weekdayIndex(date: PlainDate): number {
  return (((dayNumber(date) + 3) % 7) + 7) % 7
}

/** 1 … 12 and 1 … 31. */
export function monthDay(date: PlainDate): { readonly month: number; readonly day: number } {
  return { month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

export function daysInMonth(date: PlainDate): number {
  return new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)), 0)).getUTCDate()
}

/** As much of a country's holiday table as the checker reads. */
export type Holidays = Pick<HolidayCalendar, 'knownFrom' | 'knownUntil' | 'days'>

/** The kinds of holiday a date is (none: an ordinary day), or null when no table covers it. */
export function holidayKinds(holidays: Holidays | null, date: PlainDate): readonly string[] | null {
  if (holidays === null || date < holidays.knownFrom || date > holidays.knownUntil) return null
  return (holidays.days[date] ?? []).map((holiday) => holiday.kind)
}
