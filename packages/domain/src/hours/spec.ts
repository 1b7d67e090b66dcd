import type { Weekday } from '../time/plain-date.ts'

/**
 * When a place can be entered, as a value that crosses every wall as JSON.
 *
 * - `always`: open land (a beach, a street); no gate.
 * - `unknown`: nobody told us. Never treated as open.
 * - `scheduled`: `osm` in the opening_hours grammar of OpenStreetMap (the subset `parseHours` accepts), plus the
 *   rules that grammar cannot say.
 */
export type HoursSpec =
  | { readonly kind: 'always' }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'scheduled'
      /** For example `Mar-Oct 09:00-18:00; Nov-Feb 09:00-17:00` or `Mo-Fr 11:00-15:00,17:00-22:00`. */
      readonly osm: string
      /** Minutes before closing at which the last visitor is let in (before each interval's end). */
      readonly lastEntryMin?: number
      /** A weekly closing day that moves when it falls on a public holiday: the commonest museum rule of Korea and Japan. */
      readonly closedWeekly?: {
        readonly days: readonly Weekday[]
        /**
         * When the closing day is a public holiday: `open` (stays open, no other day), `next-weekday` (opens, and closes
         * the first Monday-to-Friday after it that is neither a holiday nor closed already), `closed` (closed all the
         * same). `osm` must give hours for these days: they are what holds when the place opens after all.
         */
        readonly onHoliday: 'open' | 'next-weekday' | 'closed'
      }
      /** Closed on these days of the year: `MM-DD`, or a named feast: `seollal`/`chuseok` = the feast day itself, `…-span` = its three days. */
      readonly closedDates?: readonly ClosedDate[]
      /** Closed on the nth given weekday of each month (markets): `{ weekday: 0..6 Monday first, nth: [2, 4] }`. */
      readonly closedNth?: { readonly weekday: Weekday; readonly nth: readonly number[] }
    }

export type ClosedDate = 'seollal' | 'seollal-span' | 'chuseok' | 'chuseok-span' | `${number}-${number}`

/** A stretch of opening on one local date, minutes from that date's midnight; `close` may pass 1440. */
export type OpenInterval = {
  readonly open: number
  readonly close: number
  /** Latest minute of entry, at most `close`. */
  readonly lastEntry: number
}
