import { openIntervals, type HoursSpec, type Place, type PlainDate, type Sourced } from '@yeojeong/domain'

/** Where a place's fact is from. */
export function sourceOf(place: Place, fact: string): Sourced {
  return place.sources[fact] ?? place.sources['*'] ?? { source: 'unknown', asOf: '1970-01-01' }
}

/** Written by an editor, not filled in with what is usual for the kind. */
export function isEdited(place: Place): boolean {
  return place.sources['stay']?.source !== 'usual for its category'
}

/** One of these days a weekly rhythm shows: two weeks with no feast of East Asia in them. */
const SAMPLE: readonly PlainDate[] = Array.from({ length: 14 }, (_, day) => `2027-06-${String(day + 14).padStart(2, '0')}` as PlainDate)

/** Do two specs open differently on an ordinary day? A minute counts; a day one of them can't tell does not. */
function hoursDiffer(a: HoursSpec, b: HoursSpec): boolean {
  return SAMPLE.some((date) => {
    const [one, other] = [openIntervals(a, date, null), openIntervals(b, date, null)]
    return one !== 'unknown' && other !== 'unknown' && spans(one) !== spans(other)
  })
}

function spans(intervals: readonly { readonly open: number; readonly close: number }[]): string {
  return intervals.map(({ open, close }) => `${open}-${close}`).join(',')
}

export type Settled<T> = { readonly value: T; readonly from: Place; readonly conflict: boolean }

/** The hours to go by. Sources that agree: the fuller account. Sources that don't: the newer word, flagged. */
export function settleHours(members: readonly Place[]): Settled<HoursSpec> | null {
  const told = members.filter(({ hours }) => hours.kind !== 'unknown')
  const [first] = told
  if (first === undefined) return null
  const conflict = told.some((one) => hoursDiffer(one.hours, first.hours))
  const from = conflict ? newest(told, 'hours') : told.reduce((best, one) => (richness(one.hours) > richness(best.hours) ? one : best))
  return { value: from.hours, from, conflict }
}

function richness(hours: HoursSpec): number {
  return Object.keys(hours).length
}

/** The newest word on whether it is in business; on the same day the worse news. */
export function settleStatus(members: readonly Place[]): Settled<NonNullable<Place['businessStatus']>> | null {
  const told = members.filter(({ businessStatus }) => businessStatus !== undefined)
  if (told.length === 0) return null
  const from = newest(
    told.toSorted((a, b) => GRAVITY[b.businessStatus!] - GRAVITY[a.businessStatus!]),
    'businessStatus',
  )
  return { value: from.businessStatus!, from, conflict: new Set(told.map(({ businessStatus }) => businessStatus)).size > 1 }
}

const GRAVITY = { operational: 0, 'closed-temporarily': 1, 'closed-permanently': 2 } as const

function newest(places: readonly Place[], fact: string): Place {
  return places.reduce((best, one) => (sourceOf(one, fact).asOf > sourceOf(best, fact).asOf ? one : best))
}

/** Whether one gets in without a step: a plain no beats everything, and is flagged where another said otherwise. */
export function settleAccess(members: readonly Place[], fact: 'stepFree' | 'stroller'): Settled<Place['stepFree']> | null {
  const told = members.filter((place) => place[fact] !== 'unknown')
  const from = told.find((place) => place[fact] === 'no') ?? told.find((place) => place[fact] === 'yes') ?? told[0]
  if (from === undefined) return null
  return { value: from[fact], from, conflict: from[fact] === 'no' && told.some((place) => place[fact] !== 'no') }
}
