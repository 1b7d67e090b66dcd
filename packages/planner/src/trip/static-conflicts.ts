import { daysBetween, type Booking, type Place, type Reason } from '@yeojeong/domain'
import { reason } from '../explain/codes.ts'
import { currencyOf, openingsOf, visitsOf, type Setting } from './candidates.ts'
import { exclusion } from './eligibility.ts'
import { isJourney } from './fixed.ts'
import { isSamePlace } from './same-place.ts'
import { settingOf } from './prepare.ts'
import type { PlanInput } from './problem.ts'
import type { Ways } from './ways.ts'

/** A conflict that needs no search to be seen, with the wishes whose withdrawal ends it. */
export type StaticConflict = {
  readonly reasons: readonly Reason[]
  readonly mustSee: readonly string[]
  readonly bookings: readonly string[]
}

export function staticConflicts(input: PlanInput): readonly StaticConflict[] {
  const { setting, ways } = settingOf(input)
  const byId = new Map(input.places.map((place) => [place.id, place]))
  const locked = new Set(setting.days.flatMap((d) => d.fixed.map((f) => f.stop?.refId)))
  const wished = [...new Set(input.brief.wishes.mustSee)].filter((id) => !locked.has(id))
  return [
    ...wished.flatMap((id) => mustSeeConflict(id, byId.get(id), setting, input)),
    ...wished.flatMap((id, i) =>
      doubleConflict(
        byId.get(id),
        wished.slice(0, i).map((other) => byId.get(other)),
      ),
    ),
    ...bookingConflicts(input, setting, ways),
    ...transportConflict(setting, ways),
  ]
}

function mustSeeConflict(id: string, place: Place | undefined, setting: Setting, input: PlanInput): readonly StaticConflict[] {
  const why = whyNever(id, place, setting, input)
  return why === null ? [] : [{ reasons: [reason('conflict-must-see', { placeId: id }), ...why], mustSee: [id], bookings: [] }]
}

/** Two wishes for what is one place: nobody goes there twice. */
function doubleConflict(place: Place | undefined, before: readonly (Place | undefined)[]): readonly StaticConflict[] {
  const same = before.find((other) => place !== undefined && other !== undefined && isSamePlace(other, place))
  if (place === undefined || same === undefined) return []
  return [{ reasons: [reason('conflict-same-place', { placeIds: [same.id, place.id] })], mustSee: [place.id], bookings: [] }]
}

/** What stands against a place on every day of the trip; null when nothing does. */
function whyNever(placeId: string, place: Place | undefined, setting: Setting, input: PlanInput): readonly Reason[] | null {
  if (place === undefined) return [reason('conflict-unknown-place', { placeId })]
  const excluded = exclusion(place, setting.brief, setting.party)
  if (excluded !== null) return [asConflict(place, excluded, setting)]
  if (visitsOf(place, setting, currencyOf(input.brief, input.places)).some((v) => v.required)) return null
  const closed = openingsOf(place, setting).every((o) => o.intervals.length === 0)
  const dates = setting.days.map((d) => d.date)
  return [closed ? reason('conflict-closed', { placeId, dates }) : reason('conflict-hours', { placeId })]
}

function asConflict(place: Place, excluded: Reason, { party }: Setting): Reason {
  const placeId = place.id
  switch (excluded.code) {
    case 'step-free-unknown':
    case 'not-step-free': {
      const wheelchair = party.wheelchairIds.length > 0
      const known = wheelchair ? place.stepFree : place.stroller
      return reason('conflict-step-free', {
        placeId,
        travellerIds: wheelchair ? party.wheelchairIds : party.strollerIds,
        known: known === 'yes' ? 'unknown' : known,
      })
    }
    case 'too-young':
      return reason('conflict-min-age', {
        placeId,
        travellerIds: party.travellers.filter((t) => t.age < place.minAge!).map((t) => t.id),
        minAge: place.minAge!,
      })
    case 'too-much-walking':
      return reason('conflict-walking', { travellerIds: party.travellers.map((t) => t.id), limitM: party.walkDayM })
    case 'avoided':
      return reason('conflict-avoided', { placeId })
    default:
      return reason('conflict-unknown-place', { placeId })
  }
}

function bookingConflicts({ brief }: PlanInput, { days }: Setting, ways: Ways): readonly StaticConflict[] {
  const conflict = (...ids: readonly string[]): StaticConflict => ({
    reasons: ids.map((bookingId) => reason('conflict-booking', { bookingId })),
    mustSee: [],
    bookings: ids.slice(-1),
  })
  const booked = brief.bookings.filter((b) => !isJourney(brief, b))
  const outside = booked.filter((b) => isOutside(b.date, brief))
  const early = booked.filter((b) => b.date === brief.startDate && b.startMin < brief.arrival.minute)
  const late = booked.filter((b) => b.date === brief.endDate && b.endMin > brief.departure.minute)
  const withEnd = (b: Booking, end: Reason): StaticConflict => ({ ...conflict(b.id), reasons: [...conflict(b.id).reasons, end] })
  const clashes = days.flatMap(({ fixed }) =>
    fixed.slice(1).flatMap((f, i) => {
      const before = fixed[i]!
      const way = ways.between(before.position, f.position)
      const holds = way !== null && before.toMin + way.durationMin <= f.fromMin
      return holds || before.booking === null || f.booking === null ? [] : [conflict(before.key, f.key)]
    }),
  )
  return [
    ...outside.map((b) => conflict(b.id)),
    ...early.map((b) => withEnd(b, reason('conflict-arrival', { atMin: brief.arrival.minute }))),
    ...late.map((b) => withEnd(b, reason('conflict-departure', { atMin: brief.departure.minute }))),
    ...clashes,
  ]
}

function isOutside(date: string, brief: PlanInput['brief']): boolean {
  return daysBetween(brief.startDate, date) < 0 || daysBetween(date, brief.endDate) < 0
}

function transportConflict({ brief, days }: Setting, ways: Ways): readonly StaticConflict[] {
  const cut = days.some((day) => ways.between(day.head[0]!.position, day.tail.at(-1)!.position) === null)
  return cut ? [{ reasons: [reason('conflict-transport', { transport: brief.transport })], mustSee: [], bookings: [] }] : []
}
