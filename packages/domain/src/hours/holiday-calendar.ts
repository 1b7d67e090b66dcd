import type { LocalizedText } from '../language.ts'
import { isPlainDate, type PlainDate } from '../time/plain-date.ts'

/** Why a date is a public holiday. The lunar feasts carry their part, since places close on the feast but not on its eve. */
export const HOLIDAY_KINDS = [
  'national',
  'seollal',
  'seollal-eve',
  'seollal-morrow',
  'chuseok',
  'chuseok-eve',
  'chuseok-morrow',
  'substitute',
  'temporary',
  'election',
] as const
export type HolidayKind = (typeof HOLIDAY_KINDS)[number]

export type Holiday = { readonly kind: HolidayKind; readonly names: LocalizedText }

/**
 * A country's public holidays as plain JSON. A date inside `knownFrom` … `knownUntil` that is not listed is no
 * holiday; outside that span nobody knows.
 */
export type HolidayCalendar = {
  readonly countryCode: string
  readonly knownFrom: PlainDate
  readonly knownUntil: PlainDate
  readonly days: { readonly [date: PlainDate]: readonly Holiday[] }
  readonly source: string
  readonly asOf: PlainDate
}

/** The holidays of a date (none = an ordinary day), or `unknown` without a table or outside what it covers. */
export function holidaysOn(calendar: HolidayCalendar | null, date: PlainDate): readonly Holiday[] | 'unknown' {
  if (calendar === null || !isPlainDate(date)) return 'unknown'
  if (date < calendar.knownFrom || date > calendar.knownUntil) return 'unknown'
  return calendar.days[date] ?? []
}
