import { toLocal } from '../time/zoned.ts'
import { openIntervals } from './evaluate.ts'
import type { HolidayCalendar } from './holiday-calendar.ts'
import type { HoursSpec } from './spec.ts'

/** Can one still enter at that instant (epoch ms)? Also looks at yesterday's opening, which may run past midnight. Unknown hours are not open. */
export function canEnterAt(hours: HoursSpec, instantMs: number, timeZone: string, calendar: HolidayCalendar | null): boolean {
  return [0, 1].some((daysAgo) => {
    const { date, minute } = toLocal(instantMs - daysAgo * 86_400_000, timeZone)
    const intervals = openIntervals(hours, date, calendar)
    const at = minute + daysAgo * 1440
    return intervals !== 'unknown' && intervals.some(({ open, lastEntry }) => open <= at && at <= lastEntry)
  })
}
