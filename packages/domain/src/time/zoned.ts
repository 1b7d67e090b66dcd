import { epochDay, fromEpochDay, type PlainDate } from './plain-date.ts'

/** A local date and the minute of that day (0 … 1439) in some zone. */
export type LocalTime = { readonly date: PlainDate; readonly minute: number }

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone)
  if (found === undefined) {
    found = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    formatters.set(timeZone, found)
  }
  return found
}

/** True for a zone the runtime's IANA data knows. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatter(timeZone)
    return true
  } catch {
    return false
  }
}

/** The wall clock in `timeZone` at an instant (milliseconds since the epoch). */
export function toLocal(instantMs: number, timeZone: string): LocalTime {
  const parts = formatter(timeZone).formatToParts(instantMs)
  const value = (type: string): string => parts.find((part) => part.type === type)?.value ?? '0'
  return {
    date: `${value('year')}-${value('month')}-${value('day')}`,
    minute: Number(value('hour')) * 60 + Number(value('minute')),
  }
}

/** Minutes east of UTC in `timeZone` at an instant. */
export function offsetMin(instantMs: number, timeZone: string): number {
  const local = toLocal(instantMs, timeZone)
  const asIfUtc = epochDay(local.date) * 1440 + local.minute
  return asIfUtc - Math.floor(instantMs / 60_000)
}

/**
 * The instant of a wall-clock minute; `minute` may pass 1440 (the next day).
 * A time that DST skips maps to the same distance after the gap; one that occurs twice maps to the first.
 */
export function toInstant(date: PlainDate, minute: number, timeZone: string): number {
  const wall = (epochDay(date) * 1440 + minute) * 60_000
  const before = offsetMin(wall - 86_400_000, timeZone)
  const first = wall - before * 60_000
  if (offsetMin(first, timeZone) === before) return first
  const after = offsetMin(wall + 86_400_000, timeZone)
  const second = wall - after * 60_000
  return offsetMin(second, timeZone) === after ? second : first
}

/** ISO 8601 with offset, to the minute: `2026-05-04T09:30:00+09:00`. */
export function toIso(date: PlainDate, minute: number, timeZone: string): string {
  const instant = toInstant(date, minute, timeZone)
  const offset = offsetMin(instant, timeZone)
  const local = Math.floor(instant / 60_000) + offset
  const day = Math.floor(local / 1440)
  const pad = (n: number): string => String(n).padStart(2, '0')
  const sign = offset < 0 ? '-' : '+'
  const size = Math.abs(offset)
  const clock = `${pad(Math.floor((local - day * 1440) / 60))}:${pad((local - day * 1440) % 60)}`
  return `${fromEpochDay(day)}T${clock}:00${sign}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}
