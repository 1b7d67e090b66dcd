import type { HoursSpec } from './spec.ts'

/** A moment of the week as map services tell it: `day` 0 = Sunday, `minute` of that day. */
export type WeekPoint = { readonly day: number; readonly minute: number }
/** `close` null = open around the clock (Google Places and those who copied its periods). */
export type WeekPeriod = { readonly open: WeekPoint; readonly close: WeekPoint | null }

const DAYS = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'] as const

/** Weekly periods in OSM grammar; a day that is not named is closed. Unknown where nothing is said. */
export function hoursFromPeriods(periods: readonly WeekPeriod[]): HoursSpec {
  if (periods.length === 0) return { kind: 'unknown' }
  if (periods.some(({ close }) => close === null)) return { kind: 'always' }
  // Monday first; days with the same hours are told together.
  const spansByDay = [1, 2, 3, 4, 5, 6, 0].map((day) => {
    const spans = periods
      .filter(({ open }) => open.day === day)
      .map(({ open, close }) => `${clock(open.minute)}-${clock(close!.minute === 0 ? 1440 : close!.minute)}`)
    return { day: DAYS[day]!, spans: [...new Set(spans)].toSorted().join(',') }
  })
  const groups = new Map<string, string[]>()
  for (const { day, spans } of spansByDay) if (spans !== '') groups.set(spans, [...(groups.get(spans) ?? []), day])
  return { kind: 'scheduled', osm: [...groups].map(([spans, days]) => `${days.join(',')} ${spans}`).join('; ') }
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
