import { clock, duration, type Translate } from './translate.ts'
import { formatDate, formatList, monthName, weekdayNames } from './units.ts'

/** A place's hours as they cross the wall (contracts' `HoursSpec`). */
export type HoursLike =
  | { readonly kind: 'always' | 'unknown' }
  | {
      readonly kind: 'scheduled'
      readonly osm: string
      readonly lastEntryMin?: number
      readonly closedWeekly?: { readonly days: readonly number[]; readonly onHoliday: 'open' | 'next-weekday' | 'closed' }
      readonly closedDates?: readonly string[]
      readonly closedNth?: { readonly weekday: number; readonly nth: readonly number[] }
    }

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** Where a rule's days end and its times begin. */
const TIMES = /\d{1,2}:\d{2}|24\/7|off|closed/

function whenText(t: Translate, when: string): string {
  const names = weekdayNames(t.language)
  return when
    .replace(/[\s:]+$/, '')
    .replaceAll(/(Mo|Tu|We|Th|Fr|Sa|Su)\[([-\d,]+)\]/g, (_, day: string, nth: string) =>
      nthText(t, names[DAYS.indexOf(day)] ?? day, nth.split(',').map(Number)),
    )
    .replaceAll(/\b([A-Z][a-z]{2}) (\d{1,2})\b/g, (_, month: string, day: string) => dayText(t, MONTHS.indexOf(month) + 1, Number(day)))
    .replaceAll(/\b[A-Z][a-z]{2}\b/g, (word) => (MONTHS.includes(word) ? monthName(t.language, MONTHS.indexOf(word) + 1) : word))
    .replaceAll(/\b(Mo|Tu|We|Th|Fr|Sa|Su)\b/g, (day) => names[DAYS.indexOf(day)] ?? day)
    .replaceAll('PH', t('hours.holidays'))
    .replaceAll('-', '–')
    .replaceAll(/,\s*/g, ', ')
}

function dayText(t: Translate, month: number, day: number): string {
  return formatDate(t.language, `2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, 'monthDay')
}

function nthText(t: Translate, weekday: string, nth: readonly number[]): string {
  return formatList(
    t.language,
    nth.map((one) => (one === -1 ? t('hours.nthLast', { weekday }) : t('hours.nth', { nth: one, weekday }))),
  )
}

function timesText(t: Translate, times: string): string {
  if (times === 'off' || times === 'closed') return t('hours.closed')
  if (times === '24/7' || times === '00:00-24:00') return t('hours.24h')
  return times
    .split(',')
    .map((span) =>
      span
        .trim()
        .split('-')
        .map((time) => clockText(t, time))
        .join('–'),
    )
    .join(', ')
}

function clockText(t: Translate, time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours >= 24 && !(hours === 24 && minutes === 0) ? clock(t, hours * 60 + minutes) : time
}

function ruleLine(t: Translate, rule: string): { readonly when: string; readonly times: string } {
  const at = rule.search(TIMES)
  if (at < 0) return { when: '', times: rule }
  const when = whenText(t, rule.slice(0, at))
  return { when: when === '' ? t('hours.everyDay') : when, times: timesText(t, rule.slice(at)) }
}

function closedDateText(t: Translate, date: string): string {
  const key = `hours.${date}`
  if (t.has(key)) return t(key)
  const [month = 1, day = 1] = date.split('-').map(Number)
  return dayText(t, month, day)
}

/**
 * A place's rules in a reader's words, one line each: when, and the times. It says what the rules say and evaluates
 * nothing; the visit's own opening comes with the stop. Empty where there is no schedule.
 */
export function hoursLines(t: Translate, hours: HoursLike): readonly { readonly when: string; readonly times: string }[] {
  if (hours.kind !== 'scheduled') return []
  const names = weekdayNames(t.language, 'long')
  const note = (times: string): { when: string; times: string } => ({ when: '', times })
  const notes = []
  if (hours.lastEntryMin !== undefined && hours.lastEntryMin > 0)
    notes.push(note(t('hours.lastEntryBefore', { minutes: duration(t, hours.lastEntryMin) })))
  if (hours.closedWeekly !== undefined) {
    const weekdays = formatList(
      t.language,
      hours.closedWeekly.days.map((day) => names[day] ?? ''),
    )
    notes.push(note(t(`hours.closedWeekly.${hours.closedWeekly.onHoliday}`, { weekdays })))
  }
  if (hours.closedNth !== undefined)
    notes.push(note(t('hours.closedNth', { nths: nthText(t, names[hours.closedNth.weekday] ?? '', hours.closedNth.nth) })))
  if (hours.closedDates !== undefined && hours.closedDates.length > 0) {
    notes.push(
      note(
        t('hours.closedDates', {
          dates: formatList(
            t.language,
            hours.closedDates.map((date) => closedDateText(t, date)),
          ),
        }),
      ),
    )
  }
  return [
    ...hours.osm
      .split(/;|(?<=:\d\d|off),\s*(?=[A-Z])/)
      .map((rule) => rule.trim())
      .filter((rule) => rule !== '')
      .map((rule) => ruleLine(t, rule)),
    ...notes,
  ]
}
