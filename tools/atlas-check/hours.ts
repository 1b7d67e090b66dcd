import { holidaysOf, type City } from '@yeojeong/atlas'
import { addDays, distanceM, openIntervals, type Category, type Place } from '@yeojeong/domain'
import { sameNameRows, TOLERANCE_M } from './coordinates.ts'
import { error, flag, note, type Finding } from './finding.ts'
import { closedWeekdays } from './closed-prose.ts'
import { SETTLED } from './known.ts'
import type { Reference, References } from './references.ts'

const FILE = 'kr-museums-hours.csv'
/** Mondays of weeks without a holiday, through the seasons. */
const WEEKS = ['2027-01-18', '2027-04-19', '2027-06-21', '2027-08-23', '2027-10-18', '2027-11-15']

/** What a week looks like from outside: hours of a working day, and the weekdays it stays shut; null = cannot be told. */
type Week = { readonly hours: string | null; readonly closed: string | null }

const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Every hours a working day of that week has, so that a late evening is no disagreement. */
function ourWeek(place: Place, city: City, monday: string): { readonly hours: readonly string[]; readonly closed: string } {
  const days = Array.from({ length: 7 }, (_, day) => openIntervals(place.hours, addDays(monday, day), holidaysOf(city.region.countryCode)))
  const spans = days.map((day) => (day === 'unknown' || day.length === 0 ? null : `${clock(day[0]!.open)}-${clock(day.at(-1)!.close)}`))
  return {
    hours: spans.slice(0, 5).filter((span) => span !== null),
    closed: spans.flatMap((span, day) => (span === null ? [day] : [])).join(),
  }
}

function weekOf({ row }: Reference): Week {
  const [open, close] = [row['weekday_open'] ?? '', row['weekday_close'] ?? '']
  const hours = open === close || open === '' ? null : `${open}-${close === '00:00' ? '24:00' : close}`
  return { hours, closed: closedWeekdays(row['closed'] ?? '')?.join() ?? null }
}

/** The value two reports of different days agree on; null where no two do. */
function agreed(reports: readonly { readonly value: string | null; readonly asOf: string }[]): string | null {
  const twice = reports.find((one) => one.value !== null && reports.some((other) => other.value === one.value && other.asOf !== one.asOf))
  return twice?.value ?? null
}

function judge(
  place: Place,
  what: string,
  ours: readonly string[],
  reports: readonly { readonly value: string | null; readonly asOf: string }[],
): Finding[] {
  const known = reports.filter(({ value }) => value !== null)
  if (known.length === 0 || known.some(({ value }) => ours.includes(value!))) return []
  const theirs = known.map(({ value, asOf }) => `${value === '' ? 'none' : value} (${asOf})`).join(' | ')
  const detail = `${what}: ours ${[...new Set(ours)].map((one) => (one === '' ? 'none' : one)).join(' / ')}, ${FILE} ${theirs}`
  const settled = SETTLED[place.id]?.[FILE]
  if (settled !== undefined) return [note(place.id, `${detail}; settled: ${settled}`)]
  return [agreed(known) === null ? flag(place.id, detail) : error(place.id, `${detail}; two reports agree against us`)]
}

function compare(place: Place, city: City, rows: readonly Reference[]): Finding[] {
  if (place.hours.kind !== 'scheduled')
    return [note(place.id, `hours ${place.hours.kind}; ${FILE} has ${rows.map((row) => weekOf(row).hours ?? 'unknown').join(' | ')}`)]
  const weeks = WEEKS.map((monday) => ourWeek(place, city, monday))
  const reports = rows.map((row) => ({ ...weekOf(row), asOf: row.row['as_of'] ?? '' }))
  return [
    ...judge(
      place,
      'hours',
      weeks.flatMap(({ hours }) => hours),
      reports.map(({ hours, asOf }) => ({ value: hours, asOf })),
    ),
    ...judge(
      place,
      'closed weekdays (0 = Monday)',
      weeks.map(({ closed }) => closed),
      reports.map(({ closed, asOf }) => ({ value: closed, asOf })),
    ),
  ]
}

const EXHIBITS: readonly Category[] = ['museum', 'gallery', 'children']

/** A park or a quarter may be searched by the name of a museum in it, whose hours are not its own. */
function hoursRows(place: Place, city: City, references: References): readonly Reference[] {
  const own = EXHIBITS.includes(place.category)
    ? place
    : { id: place.id, names: place.names, position: place.position, extent: place.extent }
  return sameNameRows(own, city, references).filter(
    (row) => row.file === FILE && distanceM(row.position, place.position) <= TOLERANCE_M[place.extent],
  )
}

/** Opening hours of Korean museums against the nationwide standard set. One disagreement is a flag, two reports that agree against us an error. */
export function hoursFindings(
  cities: readonly City[],
  references: References,
): { readonly findings: readonly Finding[]; readonly compared: number } {
  const pairs = cities.flatMap((city) =>
    city.places.flatMap((place) => {
      const rows = hoursRows(place, city, references)
      return rows.length === 0 ? [] : [{ place, city, rows }]
    }),
  )
  return { findings: pairs.flatMap(({ place, city, rows }) => compare(place, city, rows)), compared: pairs.length }
}
