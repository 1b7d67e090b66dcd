import { isPlainDate, type PlainDate } from '../time/plain-date.ts'
import { isClosed, type KindsOn, type Scheduled } from './closures.ts'
import { holidaysOn, type HolidayCalendar, type HolidayKind } from './holiday-calendar.ts'
import { parseHours } from './parse.ts'
import type { HoursRule } from './rule.ts'
import { spansOn } from './schedule.ts'
import type { HoursSpec, OpenInterval } from './spec.ts'

const DAY = 1440
const ORDINARY: readonly HolidayKind[] = []

function intervalsOn(spec: Scheduled, rules: readonly HoursRule[], date: PlainDate, kindsOn: KindsOn): readonly OpenInterval[] {
  const isHoliday = (day: PlainDate): boolean => kindsOn(day).length > 0
  if (isClosed(spec, date, kindsOn, (day) => spansOn(rules, day, isHoliday).length > 0)) return []
  return spansOn(rules, date, isHoliday).map(({ open, close }) => ({
    open,
    close,
    lastEntry: Math.max(open, close - (spec.lastEntryMin ?? 0)),
  }))
}

/** What a date nobody has a holiday table for might be. The lunar feasts wander within known weeks of the year. */
function possibleKinds(date: PlainDate): readonly (readonly HolidayKind[])[] {
  const day = date.slice(5)
  if (day >= '01-20' && day <= '02-22') return [['national'], ['seollal'], ['seollal-eve']]
  if (day >= '09-06' && day <= '10-10') return [['national'], ['chuseok'], ['chuseok-eve']]
  return [['national']]
}

function same(a: readonly OpenInterval[], b: readonly OpenInterval[]): boolean {
  return (
    a.length === b.length && a.every((one, i) => one.open === b[i]!.open && one.close === b[i]!.close && one.lastEntry === b[i]!.lastEntry)
  )
}

/**
 * Evaluates as if dates without a table were ordinary; when the answer would be another if any one of them were a
 * holiday, nobody knows.
 */
function evaluate(
  spec: Scheduled,
  rules: readonly HoursRule[],
  date: PlainDate,
  calendar: HolidayCalendar | null,
): readonly OpenInterval[] | 'unknown' {
  const unknown = new Set<PlainDate>()
  const known: KindsOn = (day) => {
    const holidays = holidaysOn(calendar, day)
    if (holidays !== 'unknown') return holidays.map(({ kind }) => kind)
    unknown.add(day)
    return ORDINARY
  }
  const answer = intervalsOn(spec, rules, date, known)
  // Taken now: the suppositions below ask about further dates, which alone cannot change the answer.
  const doubtful = [...unknown]
  const changes = doubtful.some((day) =>
    possibleKinds(day).some(
      (kinds) =>
        !same(
          answer,
          intervalsOn(spec, rules, date, (asked) => (asked === day ? kinds : known(asked))),
        ),
    ),
  )
  return changes ? 'unknown' : answer
}

/** A schedule is asked about for many dates; it is read once, for as long as somebody holds it. */
const read = new WeakMap<Scheduled, ReturnType<typeof parseHours>>()

function rulesOf(spec: Scheduled): ReturnType<typeof parseHours> {
  const known = read.get(spec) ?? parseHours(spec.osm)
  read.set(spec, known)
  return known
}

/**
 * When a place can be entered on a date of its own calendar: in order, without overlap, minutes from that date's
 * local midnight. An interval that runs past midnight belongs to the date it opens on (`close` > 1440).
 *
 * - `[]`: closed all day.
 * - `'unknown'`: the spec is unknown or outside the supported grammar, the date is no date, or the answer hangs on a
 *   public holiday that `holidays` (null = no table for this country) does not cover.
 */
export function openIntervals(spec: HoursSpec, date: PlainDate, holidays: HolidayCalendar | null): readonly OpenInterval[] | 'unknown' {
  if (spec.kind === 'unknown' || !isPlainDate(date)) return 'unknown'
  if (spec.kind === 'always') return [{ open: 0, close: DAY, lastEntry: DAY }]
  const rules = rulesOf(spec)
  return rules.ok ? evaluate(spec, rules.value, date, holidays) : 'unknown'
}
