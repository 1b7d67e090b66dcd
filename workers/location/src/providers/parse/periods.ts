import { hoursFromPeriods, type HoursSpec } from '@yeojeong/domain'
import * as z from 'zod'

/** Periods as Google's older API wrote them and Mapbox still does: `{ open: { day: 0 = Sunday, time: "0900" }, close? }`. */
const Point = z.object({ day: z.number().int().min(0).max(6), time: z.string().regex(/^([01]\d|2[0-4])[0-5]\d$/) })
const Periods = z.array(z.object({ open: Point, close: Point.optional() }))

/** Undefined where nothing is said, or nothing we can read. */
export function hoursFrom(periods: unknown): HoursSpec | undefined {
  const parsed = Periods.safeParse(periods)
  if (!parsed.success || parsed.data.length === 0) return undefined
  const moment = ({ day, time }: z.infer<typeof Point>) => ({ day, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(2)) })
  return hoursFromPeriods(parsed.data.map(({ open, close }) => ({ open: moment(open), close: close === undefined ? null : moment(close) })))
}
