import type { PlainDate } from '@yeojeong/domain'
import { daysInMonth, monthDay, weekdayIndex } from './calendar.ts'

/** Minutes of one date; `close` may pass 1440. */
export type Span = { readonly open: number; readonly close: number }

/** Null where it cannot be told, because nobody knows whether the date is a holiday. */
type Match = boolean | null
type Selector = (date: PlainDate, holiday: Match) => Match
/** One rule of an opening_hours string: on the dates it selects, these spans (none = closed). */
export type HoursRule = { readonly selects: Selector; readonly spans: readonly Span[]; readonly adds: boolean }

const DAY_NAMES = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAY = `(?:${DAY_NAMES.join('|')})`
const MONTH = `(?:${MONTH_NAMES.join('|')})`
const MONTH_POINT = `${MONTH}(?: \\d{1,2})?`
const MONTHS_AT_START = new RegExp(`^((?:${MONTH_POINT}(?:-(?:${MONTH_POINT}|\\d{1,2}))?)(?:,${MONTH_POINT}(?:-(?:${MONTH_POINT}|\\d{1,2}))?)*)(?::? |$)`)
const WEEKDAY_ITEM = `(?:PH|${DAY}(?:-${DAY}|\\[-?\\d(?:,-?\\d)*\\])?)`
const WEEKDAYS_AT_START = new RegExp(`^(${WEEKDAY_ITEM}(?:, ?${WEEKDAY_ITEM})*)(?: |$)`)
const TIME = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/

/** Reads the subset of OSM's opening_hours the atlas is written in; null for anything else. */
export function readHours(osm: string): readonly HoursRule[] | null {
  const rules: HoursRule[] = []
  for (const part of splitRules(osm)) {
    const rule = readRule(part.text, part.adds)
    if (rule === null) return null
    rules.push(rule)
  }
  return rules.length === 0 ? null : rules
}

/** `;` begins a rule that replaces, `, ` before a day or month one that adds. */
function splitRules(osm: string): { readonly text: string; readonly adds: boolean }[] {
  const additional = new RegExp(`(?<=\\d|off|closed), ?(?=${MONTH} |${MONTH}-|${DAY}|PH)`)
  return osm
    .split(';')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .flatMap((text) => text.split(additional).map((piece, index) => ({ text: piece.trim(), adds: index > 0 })))
}

function readRule(text: string, adds: boolean): HoursRule | null {
  if (text === '24/7') return { selects: () => true, spans: [{ open: 0, close: 1440 }], adds }
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
  const spans = readTimes(rest.trim())
  return spans === null ? null : { selects: (date, holiday) => all(selectors, date, holiday), spans, adds }
}

function all(selectors: readonly Selector[], date: PlainDate, holiday: Match): Match {
  let result: Match = true
  for (const selector of selectors) {
    const match = selector(date, holiday)
    if (match === false) return false
    if (match === null) result = null
  }
  return result
}

function readMonths(text: string): Selector | null {
  const ranges: { from: number; to: number }[] = []
  for (const item of text.split(',')) {
    const range = readMonthRange(item)
    if (range === null) return null
    ranges.push(range)
  }
  return (date) => {
    const { month, day } = monthDay(date)
    const at = month * 100 + day
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
  if (/^\d/.test(right)) return start.day === null ? null : { from, to: start.month * 100 + Number(right) }
  const end = monthPoint(right)
  return end === null ? null : { from, to: end.month * 100 + (end.day ?? 31) }
}

function monthPoint(text: string): { month: number; day: number | null } | null {
  const [name = '', day] = text.split(' ')
  const month = MONTH_NAMES.indexOf(name) + 1
  if (month === 0) return null
  if (day === undefined) return { month, day: null }
  return Number(day) >= 1 && Number(day) <= 31 ? { month, day: Number(day) } : null
}

function readWeekdays(text: string): Selector {
  // The comma inside `Mo[1,3]` belongs to its bracket.
  const items = text.split(/, ?(?![^[]*\])/)
  const selectors = items.map(readWeekdayItem)
  return (date, holiday) => {
    let result: Match = false
    for (const selector of selectors) {
      const match = selector(date, holiday)
      if (match === true) return true
      if (match === null) result = null
    }
    return result
  }
}

function readWeekdayItem(item: string): Selector {
  if (item === 'PH') return (_date, holiday) => holiday
  const first = DAY_NAMES.indexOf(item.slice(0, 2))
  const bracket = /\[(.*)\]/.exec(item)
  if (bracket !== null) {
    const nths = (bracket[1] ?? '').split(',').map(Number)
    return (date) => weekdayIndex(date) === first && nths.some((nth) => isNth(date, nth))
  }
  const last = item.length > 2 ? DAY_NAMES.indexOf(item.slice(3, 5)) : first
  return (date) => {
    const day = weekdayIndex(date)
    return first <= last ? day >= first && day <= last : day >= first || day <= last
  }
}

/** Whether a date is the nth of its weekday in its month; −1 = the last. */
export function isNth(date: PlainDate, nth: number): boolean {
  const { day } = monthDay(date)
  if (nth > 0) return Math.ceil(day / 7) === nth
  return Math.ceil((daysInMonth(date) - day + 1) / 7) === -nth
}

function readTimes(text: string): readonly Span[] | null {
  if (text === 'off' || text === 'closed') return []
  if (text === '' || text === 'open') return text === '' ? null : [{ open: 0, close: 1440 }]
  const spans: Span[] = []
  for (const piece of text.split(',')) {
    const match = TIME.exec(piece.trim())
    if (match === null) return null
    const [openHour = 0, openMinute = 0, closeHour = 0, closeMinute = 0] = match.slice(1).map(Number)
    if (openHour > 24 || closeHour > 48 || openMinute > 59 || closeMinute > 59) return null
    const open = openHour * 60 + openMinute
    const close = closeHour * 60 + closeMinute
    spans.push({ open, close: close <= open ? close + 1440 : close })
  }
  return spans
}
