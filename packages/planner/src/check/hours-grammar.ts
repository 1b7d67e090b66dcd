import type { PlainDate } from '@yeojeong/domain'
import { daysInMonth, monthDay, weekdayIndex } from './calendar.ts'

/** Minutes of one date; `close` may pass 1440. */
export type Span = { readonly open: number; readonly close: number }

type Selector = (date: PlainDate, isHoliday: boolean) => boolean
/** One rule of an opening_hours string. On the dates it selects its spans replace, join or are cut from the ones before. */
export type HoursRule = { readonly selects: Selector; readonly spans: readonly Span[]; readonly effect: 'replace' | 'join' | 'cut' }

const DAY_NAMES = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const LONGEST_MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const DAY = `(?:${DAY_NAMES.join('|')})`
const MONTH = `(?:${MONTH_NAMES.join('|')})`
const MONTH_POINT = `${MONTH}(?: \\d{1,2})?`
const MONTH_ITEM = `${MONTH_POINT}(?:-(?:${MONTH_POINT}|\\d{1,2}))?`
const MONTHS_AT_START = new RegExp(`^(${MONTH_ITEM}(?:,(?:${MONTH_ITEM}|\\d{1,2}(?![:\\d])))*):?(?: |$)`)
const WEEKDAY_ITEM = `(?:PH|${DAY}(?:-${DAY}|\\[-?\\d(?:[-,]-?\\d)*\\])?)`
const WEEKDAYS_AT_START = new RegExp(`^(${WEEKDAY_ITEM}(?:, ?${WEEKDAY_ITEM})*)(?: |$)`)
const ADDED_RULE = new RegExp(`(?<=\\d|off|closed), ?(?=${MONTH}|${DAY}|PH)`)
const TIME = /^(\d{1,2}):(\d{2}) ?- ?(\d{1,2}):(\d{2})$/

/** Reads the subset of OSM's opening_hours the atlas is written in; null for anything else. */
export function readHours(osm: string): readonly HoursRule[] | null {
  const rules: HoursRule[] = []
  for (const [index, text] of osm.split(';').entries()) {
    for (const [added, piece] of splitAdded(text.trim()).entries()) {
      const rule = readRule(piece.trim(), { isLater: index > 0, isAdded: added > 0 })
      if (rule === null) return null
      rules.push(rule)
    }
  }
  return rules
}

/** A comma before a day or month begins a rule of its own only after times; in a list of days or months it does not. */
function splitAdded(text: string): readonly string[] {
  const pieces: string[] = []
  for (const piece of text.split(ADDED_RULE)) {
    const last = pieces.at(-1)
    if (last === undefined || /(?::\d\d|24\/7|off|closed)$/.test(last)) pieces.push(piece)
    else pieces[pieces.length - 1] = `${last},${piece}`
  }
  return pieces
}

function readRule(text: string, { isLater, isAdded }: { readonly isLater: boolean; readonly isAdded: boolean }): HoursRule | null {
  if (text === '24/7')
    return isLater ? null : { selects: () => true, spans: [{ open: 0, close: 1440 }], effect: isAdded ? 'join' : 'replace' }
  let rest = text
  const selectors: Selector[] = []
  const months = MONTHS_AT_START.exec(rest)
  if (months !== null) {
    const selector = readMonths(months[1] ?? '')
    if (selector === null) return null
    selectors.push(selector)
    rest = rest.slice(months[0].length)
  }
  const weekdays = WEEKDAYS_AT_START.exec(rest)
  if (weekdays !== null) {
    selectors.push(readWeekdays(weekdays[1] ?? ''))
    rest = rest.slice(weekdays[0].length)
  }
  // The grammar lets a later rule without days replace everything; its writers mean both. Neither is safe to take.
  if (isLater && selectors.length === 0) return null
  const off = /^(.+) (?:off|closed)$/.exec(rest)
  const spans = readTimes(off?.[1] ?? rest)
  if (spans === null) return null
  // Closed for the day is closed, however the rule is joined on.
  const effect = off !== null ? 'cut' : isAdded && spans.length > 0 ? 'join' : 'replace'
  return { selects: (date, isHoliday) => selectors.every((selector) => selector(date, isHoliday)), spans, effect }
}

function readMonths(text: string): Selector | null {
  const ranges: { from: number; to: number }[] = []
  let month = ''
  for (const item of text.split(',')) {
    // `Dec 24,25`: a bare number is another day of the month before.
    const range = readMonthRange(/^\d/.test(item) ? `${month} ${item}` : item)
    if (range === null) return null
    if (!/^\d/.test(item)) month = item.slice(0, 3)
    ranges.push(range)
  }
  return (date) => {
    const { month: inMonth, day } = monthDay(date)
    const at = inMonth * 100 + day
    return ranges.some(({ from, to }) => (from <= to ? at >= from && at <= to : at >= from || at <= to))
  }
}

/** As month × 100 + day; a bare month runs to its 31st, which no shorter month reaches. */
function readMonthRange(item: string): { from: number; to: number } | null {
  const [left = '', right] = item.split('-')
  const start = monthPoint(left)
  if (start === null) return null
  const from = start.month * 100 + (start.day ?? 1)
  if (right === undefined) return { from, to: start.month * 100 + (start.day ?? 31) }
  const end = monthPoint(/^\d/.test(right) ? `${left.slice(0, 3)} ${right}` : right)
  if (end === null || (/^\d/.test(right) && start.day === null)) return null
  return { from, to: end.month * 100 + (end.day ?? 31) }
}

function monthPoint(text: string): { month: number; day: number | null } | null {
  const [name = '', day] = text.split(' ')
  const month = MONTH_NAMES.indexOf(name) + 1
  if (month === 0) return null
  if (day === undefined) return { month, day: null }
  return Number(day) >= 1 && Number(day) <= (LONGEST_MONTH_DAYS[month - 1] ?? 0) ? { month, day: Number(day) } : null
}

function readWeekdays(text: string): Selector {
  // The comma inside `Mo[1,3]` belongs to its bracket.
  const selectors = text.split(/, ?(?![^[]*\])/).map(readWeekdayItem)
  return (date, isHoliday) => selectors.some((selector) => selector(date, isHoliday))
}

function readWeekdayItem(item: string): Selector {
  if (item === 'PH') return (_date, isHoliday) => isHoliday
  const first = DAY_NAMES.indexOf(item.slice(0, 2))
  const bracket = /\[(.*)\]/.exec(item)
  if (bracket !== null) {
    const nths = (bracket[1] ?? '').split(',').flatMap(nthsOf)
    return (date) => weekdayIndex(date) === first && nths.some((nth) => isNth(date, nth))
  }
  const last = item.length > 2 ? DAY_NAMES.indexOf(item.slice(3, 5)) : first
  return (date) => {
    const day = weekdayIndex(date)
    return first <= last ? day >= first && day <= last : day >= first || day <= last
  }
}

function nthsOf(text: string): readonly number[] {
  const range = /^(\d)-(\d)$/.exec(text)
  if (range === null) return [Number(text)]
  const [from, to] = [Number(range[1]), Number(range[2])]
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}

/** Whether a date is the nth of its weekday in its month; −1 = the last. */
export function isNth(date: PlainDate, nth: number): boolean {
  const { day } = monthDay(date)
  if (nth > 0) return Math.ceil(day / 7) === nth
  return Math.ceil((daysInMonth(date) - day + 1) / 7) === -nth
}

function readTimes(text: string): readonly Span[] | null {
  if (text === 'off' || text === 'closed') return []
  const spans: Span[] = []
  for (const piece of text.split(',')) {
    const match = TIME.exec(piece.trim())
    if (match === null) return null
    const [openHour = 0, openMinute = 0, closeHour = 0, closeMinute = 0] = match.slice(1).map(Number)
    const open = openHour * 60 + openMinute
    const stated = closeHour * 60 + closeMinute
    const close = stated < open ? stated + 1440 : stated
    if (open >= 1440 || openMinute > 59 || closeMinute > 59 || close === open || close - open > 1440) return null
    spans.push({ open, close })
  }
  return spans
}
