import type { ClosedDate, HoursSpec, PlainDate } from '@yeojeong/domain'
import { shiftDate, weekdayIndex } from './calendar.ts'
import { isNth } from './hours-grammar.ts'

export type Scheduled = Extract<HoursSpec, { kind: 'scheduled' }>
/** The kinds of holiday a date is; none: an ordinary day. */
export type KindsOf = (date: PlainDate) => readonly string[]

export const LONGEST_RUN_OF_HOLIDAYS = 14

/** Closed by a rule that stands beside the grammar: dates, feasts, nth weekdays, and the weekly day that moves. */
export function isClosedBeside(spec: Scheduled, date: PlainDate, kindsOf: KindsOf, hasHours: (date: PlainDate) => boolean): boolean {
  if (isClosedByDate(spec, date, kindsOf)) return true
  const { closedWeekly: weekly } = spec
  if (weekly === undefined) return false
  if (isWeekly(weekly, date)) return weekly.onHoliday === 'closed' || kindsOf(date).length === 0
  if (weekly.onHoliday !== 'next-weekday' || !canMakeUp(spec, weekly, date, kindsOf, hasHours)) return false
  // Back through the days that could not make up for it, to a weekly closing day that was a holiday.
  for (let back = 1; back <= LONGEST_RUN_OF_HOLIDAYS; back += 1) {
    const day = shiftDate(date, -back)
    if (isWeekly(weekly, day) && kindsOf(day).length > 0) return true
    if (canMakeUp(spec, weekly, day, kindsOf, hasHours)) return false
  }
  return false
}

type Weekly = NonNullable<Scheduled['closedWeekly']>

function isWeekly(weekly: Weekly, date: PlainDate): boolean {
  return (weekly.days as readonly number[]).includes(weekdayIndex(date))
}

/** Monday to Friday, no holiday, and open otherwise. */
function canMakeUp(spec: Scheduled, weekly: Weekly, date: PlainDate, kindsOf: KindsOf, hasHours: (date: PlainDate) => boolean): boolean {
  const isWorkday = weekdayIndex(date) <= 4 && kindsOf(date).length === 0
  return isWorkday && !isWeekly(weekly, date) && !isClosedByDate(spec, date, kindsOf) && hasHours(date)
}

const FEASTS: { readonly [name: string]: readonly string[] } = {
  seollal: ['seollal'],
  'seollal-span': ['seollal-eve', 'seollal', 'seollal-morrow'],
  chuseok: ['chuseok'],
  'chuseok-span': ['chuseok-eve', 'chuseok', 'chuseok-morrow'],
}

function isClosedByDate(spec: Scheduled, date: PlainDate, kindsOf: KindsOf): boolean {
  const nth = spec.closedNth
  if (nth !== undefined && weekdayIndex(date) === nth.weekday && nth.nth.some((n) => isNth(date, n))) return true
  return (spec.closedDates ?? []).some((closedDate: ClosedDate) => {
    const feast = FEASTS[closedDate]
    return feast === undefined ? date.slice(5) === closedDate : kindsOf(date).some((kind) => feast.includes(kind))
  })
}
