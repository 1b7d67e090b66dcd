import type { HoursSpec } from '@yeojeong/domain'
import * as z from 'zod'

/** Google's periods: day 0 = Sunday; no `close` = open around the clock. */
const Point = z.object({ day: z.number().int().min(0).max(6), hour: z.number().int().min(0).max(24), minute: z.number().int().min(0).max(59).default(0) })
export const Periods = z.array(z.object({ open: Point, close: Point.optional() }))

const DAYS = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'] as const

/** Weekly periods in OSM grammar; a day that is not named is closed. Null where nothing is said. */
export function hoursOf(periods: z.infer<typeof Periods>): HoursSpec | null {
  if (periods.length === 0) return null
  if (periods.some(({ close }) => close === undefined)) return { kind: 'always' }
  const byDay = DAYS.map((day, index) => {
    const spans = periods.filter(({ open }) => open.day === index).map(({ open, close }) => `${clock(open)}-${clock(close!)}`)
    return spans.length === 0 ? null : { day, spans: [...new Set(spans)].toSorted().join(',') }
  })
  // Days with the same hours are told together; the order is the week's.
  const groups = Map.groupBy(byDay.filter((one) => one !== null), ({ spans }) => spans)
  return { kind: 'scheduled', osm: [...groups].map(([spans, days]) => `${days.map(({ day }) => day).join(',')} ${spans}`).join('; ') }
}

function clock({ hour, minute }: { readonly hour: number; readonly minute: number }): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
