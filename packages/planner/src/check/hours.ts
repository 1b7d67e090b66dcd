import type { ClosedDate, HoursSpec, PlainDate } from '@yeojeong/domain'
import { holidayKinds, monthDay, shiftDate, weekdayIndex, type Holidays } from './calendar.ts'
import { isNth, readHours, type HoursRule, type Span } from './hours-grammar.ts'

export type Opening = Span & { readonly lastEntry: number }
/** The openings that begin on a date; `unknown` where nobody told us or we cannot read what they said. */
export type DayHours = readonly Opening[] | 'always' | 'unknown'
type Scheduled = Extract<HoursSpec, { kind: 'scheduled' }>

const LONGEST_RUN_OF_HOLIDAYS = 14

/**
 * The checker's own reading of a place's hours, a separate one from the domain's on purpose.
 * A closing shuts every opening that begins on that date; one that began the evening before runs on past midnight.
 */
export function hoursOn(spec: HoursSpec, date: PlainDate, holidays: Holidays | null): DayHours {
  if (spec.kind !== 'scheduled') return spec.kind
  const rules = readHours(spec.osm)
  if (rules === null) return 'unknown'
  const closed = closedOn(spec, date, holidays)
  if (closed === true) return []
  const spans = spansOn(rules, date, holidays)
  if (spans === null) return 'unknown'
  if (spans.length === 0) return []
  if (closed === null) return 'unknown'
  const before = spec.lastEntryMin ?? 0
  return spans
    .toSorted((a, b) => a.open - b.open)
    .map(({ open, close }) => ({ open, close, lastEntry: Math.max(open, close - before) }))
}

/** Later rules replace earlier ones on the dates both select; null when a rule hangs on an unknown holiday. */
function spansOn(rules: readonly HoursRule[], date: PlainDate, holidays: Holidays | null): readonly Span[] | null {
  const kinds = holidayKinds(holidays, date)
  const holiday = kinds === null ? null : kinds.length > 0
  let spans: readonly Span[] = []
  for (const rule of rules) {
    const match = rule.selects(date, holiday)
    if (match === null) return null
    if (match) spans = rule.adds ? [...spans, ...rule.spans] : rule.spans
  }
  return spans
}

/** Closed by a rule beside the grammar; null when that hangs on an unknown holiday. */
function closedOn(spec: Scheduled, date: PlainDate, holidays: Holidays | null): boolean | null {
  const nth = spec.closedNth
  if (nth !== undefined && weekdayIndex(date) === nth.weekday && nth.nth.some((n) => isNth(date, n))) return true
  const byDate = (spec.closedDates ?? []).map((closedDate) => isClosedDate(closedDate, date, holidays))
  if (byDate.includes(true)) return true
  const weekly = spec.closedWeekly === undefined ? false : closedWeekly(spec.closedWeekly, date, holidays)
  if (weekly === true) return true
  return weekly === null || byDate.includes(null) ? null : false
}

function closedWeekly(rule: NonNullable<Scheduled['closedWeekly']>, date: PlainDate, holidays: Holidays | null): boolean | null {
  const isWeekly = (day: PlainDate): boolean => (rule.days as readonly number[]).includes(weekdayIndex(day))
  if (rule.onHoliday === 'closed') return isWeekly(date)
  const kinds = holidayKinds(holidays, date)
  if (isWeekly(date)) return kinds === null ? null : kinds.length === 0
  if (rule.onHoliday === 'open' || (kinds !== null && kinds.length > 0)) return false
  // The day after a run of holidays that held a weekly closing day makes up for it.
  for (let back = 1; back <= LONGEST_RUN_OF_HOLIDAYS; back += 1) {
    const day = shiftDate(date, -back)
    const then = holidayKinds(holidays, day)
    if (then === null) return null
    if (then.length === 0) return false
    if (isWeekly(day)) return kinds === null ? null : true
  }
  return false
}

const FEASTS: { readonly [name: string]: readonly string[] } = {
  seollal: ['seollal'],
  'seollal-span': ['seollal-eve', 'seollal', 'seollal-morrow'],
  chuseok: ['chuseok'],
  'chuseok-span': ['chuseok-eve', 'chuseok', 'chuseok-morrow'],
}

function isClosedDate(closedDate: ClosedDate, date: PlainDate, holidays: Holidays | null): boolean | null {
  const feast = FEASTS[closedDate]
  if (feast === undefined) return date.slice(5) === closedDate
  const kinds = holidayKinds(holidays, date)
  if (kinds !== null) return kinds.some((kind) => feast.includes(kind))
  return mayBeFeast(closedDate, date) ? null : false
}

/** Where the lunar calendar can put the feast and a day either side: Seollal 21 Jan – 21 Feb, Chuseok 7 Sep – 8 Oct. */
function mayBeFeast(feast: string, date: PlainDate): boolean {
  const { month, day } = monthDay(date)
  const at = month * 100 + day
  return feast.startsWith('seollal') ? at >= 120 && at <= 222 : at >= 906 && at <= 1009
}

/** What the place's hours say of a stay from `start` to `end`, minutes of `date`. */
export type VisitVerdict =
  | { readonly kind: 'open'; readonly opening: Opening | null }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'closed-day' }
  | { readonly kind: 'outside'; readonly openings: readonly Opening[] }
  | { readonly kind: 'too-late'; readonly opening: Opening }

/** Yesterday's and tomorrow's openings count where they reach into the day; abutting openings are one. */
export function judgeVisit(spec: HoursSpec, date: PlainDate, start: number, end: number, holidays: Holidays | null): VisitVerdict {
  const today = hoursOn(spec, date, holidays)
  if (today === 'always') return { kind: 'open', opening: null }
  if (today === 'unknown') return { kind: 'unknown' }
  const openings = joined([...neighbour(spec, date, -1, holidays), ...today, ...neighbour(spec, date, 1, holidays)])
  const around = openings.find((opening) => start >= opening.open && end <= opening.close)
  if (around === undefined) return today.length === 0 ? { kind: 'closed-day' } : { kind: 'outside', openings: today }
  return start <= around.lastEntry ? { kind: 'open', opening: around } : { kind: 'too-late', opening: around }
}

/** The openings a plan may state for a date: each as it is, as a part of its run, or as yesterday's. */
export function statableOpenings(spec: HoursSpec, date: PlainDate, holidays: Holidays | null): readonly Opening[] {
  const today = hoursOn(spec, date, holidays)
  if (typeof today === 'string') return []
  const all = [...neighbour(spec, date, -1, holidays), ...today, ...neighbour(spec, date, 1, holidays)]
  return [...all, ...joined(all), ...joined(today)]
}

function neighbour(spec: HoursSpec, date: PlainDate, days: number, holidays: Holidays | null): Opening[] {
  const hours = hoursOn(spec, shiftDate(date, days), holidays)
  if (typeof hours === 'string') return []
  const by = days * 1440
  return hours.map(({ open, close, lastEntry }) => ({ open: open + by, close: close + by, lastEntry: lastEntry + by }))
}

function joined(openings: readonly Opening[]): readonly Opening[] {
  const result: Opening[] = []
  for (const next of openings.toSorted((a, b) => a.open - b.open)) {
    const last = result.at(-1)
    if (last === undefined || next.open > last.close) result.push(next)
    else if (next.close > last.close) result[result.length - 1] = { open: last.open, close: next.close, lastEntry: next.lastEntry }
  }
  return result
}
