import type { Weekday } from '../time/plain-date.ts'

/** Minutes from the midnight the span opens on; `close` is after `open` and may pass 1440. */
export type TimeSpan = { readonly open: number; readonly close: number }

/** Month × 100 + day, both inclusive; `from` after `to` runs over New Year. */
export type YearSpan = { readonly from: number; readonly to: number }

/** A weekday, or (with `nth`) only its nth occurrences in the month; -1 is the last. */
export type WeekdayPick = { readonly weekday: Weekday; readonly nth: readonly number[] | null }

/** Which dates a rule speaks of: within any of `dates`, and either one of `weekdays` or (if `holidays`) a public holiday. */
export type DaySelector = {
  readonly dates: readonly YearSpan[] | null
  readonly weekdays: readonly WeekdayPick[] | null
  readonly holidays: boolean
}

/** One rule of an opening_hours value. An `off` rule without times closes the whole day. */
export type HoursRule = {
  readonly on: DaySelector
  readonly effect: 'open' | 'off'
  readonly times: readonly TimeSpan[]
  /** Adds to the rules before it (`,`) instead of replacing them on the days it matches (`;`). */
  readonly additive: boolean
}

/** Why a value was refused, and at which character. */
export type HoursProblem = { readonly code: 'malformed' | 'unsupported'; readonly at: number; readonly detail: string }
