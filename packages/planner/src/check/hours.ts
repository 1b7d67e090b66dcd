import type { HoursSpec, PlainDate } from '@yeojeong/domain'
import { holidayKinds, monthDay, shiftDate, type Holidays } from './calendar.ts'
import { isClosedBeside, LONGEST_RUN_OF_HOLIDAYS, type KindsOf, type Scheduled } from './hours-closings.ts'
import { readHours, type HoursRule, type Span } from './hours-grammar.ts'

export type Opening = Span & { readonly lastEntry: number }
/** The openings that begin on a date; `unknown` where nobody told us or we cannot read what they said. */
export type DayHours = readonly Opening[] | 'always' | 'unknown'

/**
 * The checker's own reading of a place's hours, a separate one from the domain's on purpose; both follow
 * docs/design/0003. Where one holiday that no table lists would change the answer, the answer is unknown.
 */
export function hoursOn(spec: HoursSpec, date: PlainDate, holidays: Holidays | null): DayHours {
  if (spec.kind !== 'scheduled') return spec.kind
  const rules = readOnce(spec)
  if (rules === null) return 'unknown'
  const ifOrdinary = openingsOn(spec, rules, date, (day) => holidayKinds(holidays, day) ?? [])
  if (!hangsOnHolidays(spec)) return ifOrdinary
  for (let days = -LONGEST_RUN_OF_HOLIDAYS; days <= 1; days += 1) {
    const doubted = shiftDate(date, days)
    if (holidayKinds(holidays, doubted) !== null) continue
    for (const kind of kindsItMayBe(doubted)) {
      const ifHoliday = openingsOn(spec, rules, date, (day) => (day === doubted ? [kind] : (holidayKinds(holidays, day) ?? [])))
      if (JSON.stringify(ifHoliday) !== JSON.stringify(ifOrdinary)) return 'unknown'
    }
  }
  return ifOrdinary
}

const readings = new WeakMap<Scheduled, readonly HoursRule[] | null>()

/** A place is asked about many times; its string is read once. */
function readOnce(spec: Scheduled): readonly HoursRule[] | null {
  const known = readings.get(spec)
  if (known !== undefined) return known
  const rules = readHours(spec.osm)
  readings.set(spec, rules)
  return rules
}

function hangsOnHolidays({ osm, closedWeekly, closedDates = [] }: Scheduled): boolean {
  const moves = closedWeekly !== undefined && closedWeekly.onHoliday !== 'closed'
  return osm.includes('PH') || moves || closedDates.some((date) => !/^\d/.test(date))
}

/** Where the lunar calendar can put the feasts and a day either side: Seollal 21 Jan – 21 Feb, Chuseok 7 Sep – 9 Oct. */
function kindsItMayBe(date: PlainDate): readonly string[] {
  const { month, day } = monthDay(date)
  const at = month * 100 + day
  if (at >= 120 && at <= 222) return ['national', 'seollal', 'seollal-eve']
  if (at >= 906 && at <= 1010) return ['national', 'chuseok', 'chuseok-eve']
  return ['national']
}

function openingsOn(spec: Scheduled, rules: readonly HoursRule[], date: PlainDate, kindsOf: KindsOf): readonly Opening[] {
  if (isClosedBeside(spec, date, kindsOf, (day) => spansOn(rules, day, kindsOf).length > 0)) return []
  const before = spec.lastEntryMin ?? 0
  return spansOn(rules, date, kindsOf).map(({ open, close }) => ({ open, close, lastEntry: Math.max(open, close - before) }))
}

/** What the grammar says of a date, in order and without overlap. */
function spansOn(rules: readonly HoursRule[], date: PlainDate, kindsOf: KindsOf): readonly Span[] {
  const tomorrow = shiftDate(date, 1)
  let spans: readonly Span[] = []
  for (const rule of rules) {
    // A later rule owns the dates it speaks of from midnight on: the night before ends there.
    const ownsTomorrow = rule.effect === 'replace' && rule.selects(tomorrow, kindsOf(tomorrow).length > 0)
    if (ownsTomorrow) spans = without(spans, { open: 1440, close: Number.POSITIVE_INFINITY })
    if (!rule.selects(date, kindsOf(date).length > 0)) continue
    if (rule.effect === 'replace') spans = rule.spans
    if (rule.effect === 'join') spans = [...spans, ...rule.spans]
    if (rule.effect === 'cut') for (const cut of rule.spans) spans = without(spans, cut)
  }
  return merged(spans)
}

function without(spans: readonly Span[], cut: Span): readonly Span[] {
  return spans
    .flatMap(({ open, close }) => [
      { open, close: Math.min(close, cut.open) },
      { open: Math.max(open, cut.close), close },
    ])
    .filter(({ open, close }) => open < close)
}

function merged<T extends Span>(spans: readonly T[]): readonly T[] {
  const result: T[] = []
  for (const next of spans.toSorted((a, b) => a.open - b.open)) {
    const last = result.at(-1)
    if (last === undefined || next.open > last.close) result.push(next)
    else if (next.close > last.close) result[result.length - 1] = { ...next, open: last.open }
  }
  return result
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
  const openings = merged([...neighbour(spec, date, -1, holidays), ...today, ...neighbour(spec, date, 1, holidays)])
  const around = openings.find((opening) => start >= opening.open && end <= opening.close)
  if (around === undefined) return today.length === 0 ? { kind: 'closed-day' } : { kind: 'outside', openings: today }
  return start <= around.lastEntry ? { kind: 'open', opening: around } : { kind: 'too-late', opening: around }
}

/** The openings a plan may state for a date: each as it is, as a part of its run, or as yesterday's. */
export function statableOpenings(spec: HoursSpec, date: PlainDate, holidays: Holidays | null): readonly Opening[] {
  const today = hoursOn(spec, date, holidays)
  if (typeof today === 'string') return []
  const all = [...neighbour(spec, date, -1, holidays), ...today, ...neighbour(spec, date, 1, holidays)]
  return [...all, ...merged(all)]
}

function neighbour(spec: HoursSpec, date: PlainDate, days: number, holidays: Holidays | null): readonly Opening[] {
  const hours = hoursOn(spec, shiftDate(date, days), holidays)
  if (typeof hours === 'string') return []
  const by = days * 1440
  return hours.map(({ open, close, lastEntry }) => ({ open: open + by, close: close + by, lastEntry: lastEntry + by }))
}
