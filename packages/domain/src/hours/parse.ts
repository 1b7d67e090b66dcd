import { err, ok, type Result } from '../result.ts'
import type { Weekday } from '../time/plain-date.ts'
import { tokens, type Token, type TokenKind } from './lex.ts'
import type { DaySelector, HoursProblem, HoursRule, TimeSpan, WeekdayPick, YearSpan } from './rule.ts'

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const DAY = 1440

/** Unwinds the descent; never leaves this file. */
class Refusal {
  readonly problem: HoursProblem
  constructor(problem: HoursProblem) {
    this.problem = problem
  }
}

type Cursor = { readonly list: readonly Token[]; index: number }

const peek = (cursor: Cursor, ahead = 0): Token => cursor.list[Math.min(cursor.index + ahead, cursor.list.length - 1)]!
const isSymbol = (token: Token, text: string): boolean => token.kind === 'symbol' && token.text === text

function next(cursor: Cursor): Token {
  const token = peek(cursor)
  cursor.index += 1
  return token
}

function refuse(token: Token, detail: string, code: HoursProblem['code'] = 'malformed'): never {
  throw new Refusal({ code, at: token.at, detail })
}

function expect(cursor: Cursor, kind: TokenKind, what: string): Token {
  const token = next(cursor)
  if (token.kind !== kind) refuse(token, `expected ${what}, found ${token.text === '' ? 'the end' : `"${token.text}"`}`)
  return token
}

function accept(cursor: Cursor, symbol: string): boolean {
  const found = isSymbol(peek(cursor), symbol)
  if (found) cursor.index += 1
  return found
}

/** A list goes on over a comma only where one of `kinds` follows; else the comma opens an additive rule. */
function acceptComma(cursor: Cursor, kinds: readonly TokenKind[]): boolean {
  return isSymbol(peek(cursor), ',') && kinds.includes(peek(cursor, 1).kind) && accept(cursor, ',')
}

function dayOfMonth(cursor: Cursor, month: number): number {
  const token = expect(cursor, 'number', 'a day of the month')
  if (token.value < 1 || token.value > DAYS_IN_MONTH[month - 1]!) refuse(token, `no day ${token.text} in month ${month}`)
  return month * 100 + token.value
}

/** `Nov`, `Nov-Feb`, `Dec 25`, `Dec 29-31`, `Dec 28-Jan 03`. */
function yearSpan(cursor: Cursor, month: number): YearSpan {
  if (peek(cursor).kind !== 'number') {
    if (!accept(cursor, '-')) return { from: month * 100 + 1, to: month * 100 + 31 }
    const last = expect(cursor, 'month', 'a month')
    if (peek(cursor).kind === 'number') refuse(peek(cursor), 'a span from a whole month to a day', 'unsupported')
    return { from: month * 100 + 1, to: last.value * 100 + 31 }
  }
  const from = dayOfMonth(cursor, month)
  if (!accept(cursor, '-')) return { from, to: from }
  if (peek(cursor).kind === 'month') return { from, to: dayOfMonth(cursor, next(cursor).value) }
  const to = dayOfMonth(cursor, month)
  if (to < from) refuse(peek(cursor), 'a span of days that runs backwards')
  return { from, to }
}

function yearSpans(cursor: Cursor): readonly YearSpan[] | null {
  if (peek(cursor).kind !== 'month') return null
  const spans: YearSpan[] = []
  let month = 0
  do {
    if (peek(cursor).kind === 'month') month = next(cursor).value
    spans.push(yearSpan(cursor, month))
  } while (acceptComma(cursor, ['month', 'number']))
  accept(cursor, ':')
  return spans
}

/** `[1]`, `[2,4]`, `[1-2]`, `[-1]` after a weekday. */
function nths(cursor: Cursor): readonly number[] {
  const found: number[] = []
  do {
    const last = accept(cursor, '-')
    const token = expect(cursor, 'number', 'which week of the month')
    const to = !last && accept(cursor, '-') ? expect(cursor, 'number', 'which week of the month').value : token.value
    if (token.value < 1 || to > 5 || to < token.value) refuse(token, 'no such week of a month')
    if (last && token.value !== 1) refuse(token, 'only the last week counts from the end', 'unsupported')
    for (let nth = token.value; nth <= to; nth += 1) found.push(last ? -nth : nth)
  } while (accept(cursor, ','))
  if (!accept(cursor, ']')) refuse(peek(cursor), 'expected "]"')
  return found
}

function weekdayPicks(cursor: Cursor): readonly WeekdayPick[] {
  const first = next(cursor).value
  if (accept(cursor, '[')) return [{ weekday: first as Weekday, nth: nths(cursor) }]
  const last = accept(cursor, '-') ? expect(cursor, 'weekday', 'a weekday').value : first
  const count = ((last - first + 7) % 7) + 1
  return Array.from({ length: count }, (_, i) => ({ weekday: ((first + i) % 7) as Weekday, nth: null }))
}

function daySelector(cursor: Cursor): DaySelector {
  const dates = yearSpans(cursor)
  if (peek(cursor).kind !== 'weekday' && peek(cursor).kind !== 'PH') return { dates, weekdays: null, holidays: false }
  const weekdays: WeekdayPick[] = []
  let holidays = false
  do {
    if (peek(cursor).kind === 'PH') {
      next(cursor)
      holidays = true
    } else weekdays.push(...weekdayPicks(cursor))
  } while (acceptComma(cursor, ['weekday', 'PH']))
  return { dates, weekdays, holidays }
}

function timeSpan(cursor: Cursor): TimeSpan {
  const start = expect(cursor, 'time', 'a time')
  if (!accept(cursor, '-')) refuse(peek(cursor), 'a time without an end')
  const end = expect(cursor, 'time', 'a time')
  if (start.value >= DAY) refuse(start, 'a span that opens after midnight belongs to the next day')
  if (start.value === end.value) refuse(end, 'opens and closes at the same minute')
  const close = end.value < start.value ? end.value + DAY : end.value
  if (close - start.value > DAY) refuse(end, 'open for more than a day', 'unsupported')
  return { open: start.value, close }
}

function rule(cursor: Cursor, additive: boolean): HoursRule {
  const on = daySelector(cursor)
  if (peek(cursor).kind === '24/7') {
    const token = next(cursor)
    if (!everyDay(on)) refuse(token, '24/7 on some days only', 'unsupported')
    return { on, effect: 'open', times: [{ open: 0, close: DAY }], additive }
  }
  const times: TimeSpan[] = []
  if (peek(cursor).kind === 'time') {
    do times.push(timeSpan(cursor))
    while (acceptComma(cursor, ['time']))
  }
  const off = peek(cursor).kind === 'off'
  if (off) next(cursor)
  else if (times.length === 0) refuse(peek(cursor), 'expected times or "off"')
  return { on, effect: off ? 'off' : 'open', times, additive }
}

const everyDay = (on: DaySelector): boolean => on.dates === null && on.weekdays === null && !on.holidays

function rules(cursor: Cursor): readonly HoursRule[] {
  const found: HoursRule[] = []
  let additive = false
  do {
    const start = peek(cursor)
    const parsed = rule(cursor, additive)
    // Writers of `Mo 09:00-12:00; 13:00-18:00` mean both; the grammar says the second replaces the first. Ask, don't guess.
    if (found.length > 0 && everyDay(parsed.on)) refuse(start, 'a later rule that names no days', 'unsupported')
    found.push(parsed)
    additive = isSymbol(peek(cursor), ',')
  } while (accept(cursor, ';') || accept(cursor, ','))
  if (peek(cursor).kind !== 'end') refuse(peek(cursor), `expected ";" or ",", found "${peek(cursor).text}"`)
  return found
}

/**
 * Parses the supported subset of OSM `opening_hours` (docs/design/0003-opening-hours.md). Anything outside it is
 * refused with a reason, never guessed at.
 */
export function parseHours(osm: string): Result<readonly HoursRule[], HoursProblem> {
  const lexed = tokens(osm)
  if (!lexed.ok) return lexed
  try {
    return ok(rules({ list: lexed.value, index: 0 }))
  } catch (thrown) {
    if (thrown instanceof Refusal) return err(thrown.problem)
    throw thrown
  }
}
