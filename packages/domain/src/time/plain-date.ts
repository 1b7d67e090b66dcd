/** A calendar date without a zone, `YYYY-MM-DD`. */
export type PlainDate = string
/** 0 = Monday … 6 = Sunday (ISO 8601 order, zero-based). */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

const DAY_MS = 86_400_000

/** Days since 1970-01-01; NaN for what is no date. */
export function epochDay(date: PlainDate): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (match === null) return Number.NaN
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const ms = Date.UTC(year, month - 1, day)
  const back = new Date(ms)
  // Date.UTC reads the years 0 to 99 as 1900 to 1999, and rolls over what the month does not have.
  const exists = back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day
  return exists ? ms / DAY_MS : Number.NaN
}

export function fromEpochDay(day: number): PlainDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

export function isPlainDate(text: string): boolean {
  return !Number.isNaN(epochDay(text))
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromEpochDay(epochDay(date) + days)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return epochDay(to) - epochDay(from)
}

export function weekdayOf(date: PlainDate): Weekday {
  return ((((epochDay(date) + 3) % 7) + 7) % 7) as Weekday
}
