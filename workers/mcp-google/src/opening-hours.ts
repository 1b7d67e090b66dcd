import { hoursFromPeriods, type HoursSpec } from '@yeojeong/domain'
import * as z from 'zod'

/** Google's periods: day 0 = Sunday; no `close` = open around the clock. */
const Point = z.object({
  day: z.number().int().min(0).max(6),
  hour: z.number().int().min(0).max(24).default(0),
  minute: z.number().int().min(0).max(59).default(0),
})
export const Periods = z.array(z.object({ open: Point, close: Point.optional() }))

/** Null where nothing is said. */
export function hoursOf(periods: z.infer<typeof Periods>): HoursSpec | null {
  if (periods.length === 0) return null
  const moment = ({ day, hour, minute }: z.infer<typeof Point>) => ({ day, minute: hour * 60 + minute })
  return hoursFromPeriods(periods.map(({ open, close }) => ({ open: moment(open), close: close === undefined ? null : moment(close) })))
}
