import { particleAfter } from './josa.ts'
import type { Language } from './language.ts'

/** Intl formatters are slow to make; one per language and shape. */
const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`
  const found = numbers.get(key) ?? new Intl.NumberFormat(language, options)
  numbers.set(key, found)
  return found
}

function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  const found = dates.get(key) ?? new Intl.DateTimeFormat(language, options)
  dates.set(key, found)
  return found
}

export function formatNumber(language: Language, value: number): string {
  return numberFormat(language, { maximumFractionDigits: 1 }).format(value)
}

/** Metres as a reader says them: to ten metres below a kilometre, to a tenth of a kilometre above. */
export function formatDistance(language: Language, metres: number): string {
  const rounded = Math.round(metres / 10) * 10
  return rounded < 1000
    ? numberFormat(language, { style: 'unit', unit: 'meter', unitDisplay: 'short' }).format(rounded)
    : numberFormat(language, { style: 'unit', unit: 'kilometer', unitDisplay: 'short', maximumFractionDigits: 1 }).format(metres / 1000)
}

export function formatCurrency(language: Language, amount: number, currency: string): string {
  return numberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', maximumFractionDigits: 0 }).format(amount)
}

/** Minutes from midnight as `09:30`; what passes midnight starts again at `00:00`. */
export function clockOf(minute: number): string {
  const inDay = ((minute % 1440) + 1440) % 1440
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`
}

export type DateStyle = 'full' | 'long' | 'short' | 'weekday' | 'monthDay' | 'numeric'
const DATE_STYLES: { readonly [S in DateStyle]: Intl.DateTimeFormatOptions } = {
  full: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' },
  long: { month: 'long', day: 'numeric', weekday: 'short' },
  short: { month: 'short', day: 'numeric', weekday: 'short' },
  weekday: { weekday: 'short' },
  monthDay: { month: 'long', day: 'numeric' },
  numeric: { year: 'numeric', month: 'numeric', day: 'numeric' },
}

const noon = (date: string): Date => new Date(`${date.slice(0, 10)}T12:00:00Z`)

/** A plain date (`YYYY-MM-DD`) in words; no time zone enters. The text itself where it is no date. */
export function formatDate(language: Language, date: string, style: DateStyle = 'long'): string {
  const at = noon(date)
  return Number.isNaN(at.getTime()) ? date : dateFormat(language, { ...DATE_STYLES[style], timeZone: 'UTC' }).format(at)
}

export function formatDateRange(language: Language, from: string, to: string): string {
  const [first, last] = [noon(from), noon(to)]
  if (Number.isNaN(first.getTime()) || Number.isNaN(last.getTime())) return `${from} – ${to}`
  const whole = dateFormat(language, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
  if (language === 'ko' || language === 'en' || from === to) return whole.formatRange(first, last)
  // Intl writes ranges in these two with figures and slashes, unlike any date beside them.
  return `${whole.format(first)}${language === 'ja' ? '～' : '至'}${from.slice(0, 4) === to.slice(0, 4) ? dayWithin(language, from, to) : whole.format(last)}`
}

/** The last day of a range within a year, without what its first day has said. */
function dayWithin(language: Language, from: string, to: string): string {
  return from.slice(0, 7) === to.slice(0, 7) ? `${noon(to).getUTCDate()}日` : formatDate(language, to, 'monthDay')
}

/** Names in a row. Korean joins two with a particle and more with commas; Intl's 및 is for documents. */
export function formatList(language: Language, items: readonly string[]): string {
  const [first, second] = items
  if (language !== 'ko') return new Intl.ListFormat(language, { style: 'long', type: 'conjunction' }).format(items)
  return items.length === 2 ? `${first}${particleAfter(first ?? '', '과')} ${second}` : items.join(', ')
}

/** Weekday names, Monday first. */
export function weekdayNames(language: Language, style: 'short' | 'long' = 'short'): readonly string[] {
  const format = dateFormat(language, { weekday: style, timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, day) => format.format(new Date(Date.UTC(2024, 0, 1 + day, 12))))
}

export function monthName(language: Language, month: number): string {
  return dateFormat(language, { month: language === 'en' ? 'short' : 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, month - 1, 15)),
  )
}
