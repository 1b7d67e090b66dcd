import { addDays, weekdayOf, type PlainDate } from '../time/plain-date.ts'
import type { DaySelector, HoursRule, TimeSpan, WeekdayPick } from './rule.ts'

const DAY = 1440

/** Whether a date is a public holiday. */
export type IsHoliday = (date: PlainDate) => boolean

/** True on the nth given weekday of its month; -1 is the last. */
export function isNthOfMonth(date: PlainDate, nth: readonly number[]): boolean {
  const fromStart = Math.ceil(Number(date.slice(8, 10)) / 7)
  const isLast = addDays(date, 7).slice(5, 7) !== date.slice(5, 7)
  return nth.includes(fromStart) || (isLast && nth.includes(-1))
}

function picks(pick: WeekdayPick, date: PlainDate): boolean {
  return pick.weekday === weekdayOf(date) && (pick.nth === null || isNthOfMonth(date, pick.nth))
}

function inDates(on: DaySelector, date: PlainDate): boolean {
  if (on.dates === null) return true
  const day = Number(date.slice(5, 7)) * 100 + Number(date.slice(8, 10))
  return on.dates.some(({ from, to }) => (from <= to ? day >= from && day <= to : day >= from || day <= to))
}

function matches(rule: HoursRule, date: PlainDate, isHoliday: IsHoliday): boolean {
  if (!inDates(rule.on, date)) return false
  if (rule.on.weekdays === null) return true
  return rule.on.weekdays.some((pick) => picks(pick, date)) || (rule.on.holidays && isHoliday(date))
}

function without(spans: readonly TimeSpan[], gap: TimeSpan): readonly TimeSpan[] {
  return spans.flatMap((span) => {
    if (gap.close <= span.open || gap.open >= span.close) return [span]
    const before = { open: span.open, close: gap.open }
    const after = { open: gap.close, close: span.close }
    return [before, after].filter(({ open, close }) => close > open)
  })
}

function merged(spans: readonly TimeSpan[]): readonly TimeSpan[] {
  const joined: TimeSpan[] = []
  for (const span of [...spans].sort((a, b) => a.open - b.open)) {
    const last = joined.at(-1)
    if (last === undefined || span.open > last.close) joined.push(span)
    else joined[joined.length - 1] = { open: last.open, close: Math.max(last.close, span.close) }
  }
  return joined
}

/**
 * What a rule's spans keep of the night after: a later rule that speaks of the next date owns that date from
 * midnight on, as in opening_hours.js. The failure direction is "closed".
 */
function spill(rules: readonly HoursRule[], index: number, date: PlainDate, isHoliday: IsHoliday): readonly TimeSpan[] {
  const own = rules[index]!.times
  if (own.every(({ close }) => close <= DAY)) return own
  const tomorrow = addDays(date, 1)
  const gaps = rules.slice(index + 1).flatMap((later) => {
    if (later.additive && later.effect === 'open') return []
    if (!matches(later, tomorrow, isHoliday)) return []
    if (later.effect === 'open' || later.times.length === 0) return [{ open: DAY, close: 3 * DAY }]
    return later.times.map(({ open, close }) => ({ open: open + DAY, close: close + DAY }))
  })
  return gaps.reduce<readonly TimeSpan[]>(without, own)
}

/** When the rules open a date, in order and without overlap; a span past midnight belongs to the date it opens on. */
export function spansOn(rules: readonly HoursRule[], date: PlainDate, isHoliday: IsHoliday): readonly TimeSpan[] {
  let spans: readonly TimeSpan[] = []
  for (const [index, rule] of rules.entries()) {
    if (!matches(rule, date, isHoliday)) continue
    if (rule.effect === 'off') spans = rule.times.length === 0 ? [] : rule.times.reduce(without, spans)
    else {
      const own = spill(rules, index, date, isHoliday)
      spans = rule.additive ? [...spans, ...own] : own
    }
  }
  return merged(spans)
}
