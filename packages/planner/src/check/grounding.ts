import type { Anchor, LocalizedText, Place, Stop } from '@yeojeong/domain'
import { dateOfDay, isVisit, lodgingsOfNight, stopsOf, visitsOf, type Context, type Located } from './context.ts'
import { SAME_POSITION_M, straightM } from './distance.ts'
import { hoursOn, statableOpenings } from './hours.ts'
import { partyCost } from './price.ts'
import { clock, violation, type Violation } from './violation.ts'

export function* groundingViolations(context: Context): Generator<Violation> {
  for (const located of stopsOf(context)) yield* anchored(context, located)
  for (const visit of visitsOf(context)) {
    yield* sameAs(visit, visit.place)
    yield* sameHours(context, visit)
    yield* sameCost(context, visit)
    if (visit.place.regionId !== context.brief.destination.regionId) {
      yield violation('place-region', visit, `${visit.place.id} is in ${visit.place.regionId}, not ${context.brief.destination.regionId}`)
    }
  }
  yield* onceEach(context)
}

function* anchored(context: Context, located: Located): Generator<Violation> {
  const { stop } = located
  if (isVisit(context, stop)) {
    if (stop.refId === null || !context.placeById.has(stop.refId)) {
      yield violation('place-unknown', located, `${stop.kind} at ${stop.refId ?? 'no place'}, which the source does not have`)
    }
    return
  }
  const anchors = anchorsFor(context, located)
  const fits = anchors.find((anchor) => straightM(anchor.position, stop.position) <= SAME_POSITION_M) ?? anchors[0]
  if (fits !== undefined) yield* sameAs(located, fits)
}

/** What a stop that is no visit may stand for; none where the brief leaves it open. */
function anchorsFor({ brief, lodgingById, bookingById }: Context, { day, date, stop }: Located): readonly Anchor[] {
  if (stop.kind === 'arrival' || stop.kind === 'departure') {
    const { at } = stop.kind === 'arrival' ? brief.arrival : brief.departure
    if (at !== null) return [at]
    return [...lodgingsOfNight(brief, date), ...lodgingsOfNight(brief, dateOfDay(brief, day - 1))]
  }
  const anchor = stop.refId === null ? undefined : (lodgingById.get(stop.refId) ?? bookingById.get(stop.refId))
  return anchor === undefined ? [] : [anchor]
}

function* sameAs(
  located: Located,
  source: { readonly names?: LocalizedText; readonly name?: LocalizedText; readonly position: Anchor['position'] },
): Generator<Violation> {
  const { stop } = located
  const off = straightM(stop.position, source.position)
  if (!(off <= SAME_POSITION_M)) {
    yield violation('position-mismatch', located, `${off.toFixed(1)} m from where it is`, { offM: off })
  }
  const names = source.names ?? source.name ?? {}
  if (!sameText(stop.names, names)) {
    yield violation('name-mismatch', located, `named ${JSON.stringify(stop.names)}, is ${JSON.stringify(names)}`)
  }
}

function sameText(a: LocalizedText, b: LocalizedText): boolean {
  const languages = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof LocalizedText>
  return [...languages].every((language) => a[language] === b[language])
}

function* sameHours({ holidays }: Context, located: Located & { readonly place: Place }): Generator<Violation> {
  const { stop, place, date } = located
  const hours = hoursOn(place.hours, date, holidays)
  if (stop.hoursKnown && hours === 'unknown') yield violation('hours-known', located, 'says its hours are known, and nobody knows them')
  if (!stop.hoursKnown && hours !== 'unknown') yield violation('hours-unsaid', located, 'says nobody knows its hours, and they can be read')
  if (typeof hours === 'string') {
    if (stop.open !== null) yield violation('open-mismatch', located, `states an opening where hours are ${hours}`)
    return
  }
  const stated = stop.open
  if (stated === null && !stop.hoursKnown) return
  const possible = statableOpenings(place.hours, date, holidays)
  const isTrue = possible.some(
    (one) => stated !== null && one.open === stated.open && one.close === stated.close && one.lastEntry === stated.lastEntry,
  )
  if (!isTrue) {
    const said = stated === null ? 'no opening' : `${clock(stated.open)}–${clock(stated.close)}, last entry ${clock(stated.lastEntry)}`
    const is = hours.map((one) => `${clock(one.open)}–${clock(one.close)}, last entry ${clock(one.lastEntry)}`).join('; ')
    yield violation('open-mismatch', located, `states ${said}; is ${is || 'closed'}`)
  }
}

function* sameCost(context: Context, located: Located & { readonly place: Place }): Generator<Violation> {
  const { stop, place } = located
  const expected = partyCost(place, context.brief.travellers)
  if (expected === null) {
    if (stop.cost !== null)
      yield violation('cost-mismatch', located, `${stop.cost.amount} where the price is unknown`, { cost: stop.cost.amount })
    return
  }
  const low = isPaidAlready(context, located) ? 0 : expected.low
  if (stop.cost === null) {
    // A free place has no currency of its own: with none to borrow, no amount can be written.
    if (expected.currency === null && !hasCurrency(context)) return
    yield violation('cost-mismatch', located, `unknown where it is ${expected.high}`, { expected: expected.high })
    return
  }
  const { amount, currency } = stop.cost
  const isRight = amount >= low - 0.005 && amount <= expected.high + 0.005 && (expected.currency ?? currency) === currency
  if (!isRight) {
    yield violation('cost-mismatch', located, `${amount} ${currency}, is ${expected.high} ${expected.currency ?? ''}`, {
      cost: amount,
      expected: expected.high,
    })
  }
}

/** Sitting down where the party has paid its way in that day costs nothing more. */
function isPaidAlready({ plan }: Context, { day, stop }: Located): boolean {
  if (stop.kind !== 'rest') return false
  return plan.days[day]?.stops.some((other) => other.id !== stop.id && other.refId === stop.refId) ?? false
}

function hasCurrency({ brief, placeById }: Context): boolean {
  return brief.budget !== null || [...placeById.values()].some(({ price }) => typeof price === 'object')
}

const SAME_NAME_WITHIN_M = 300

/** A market seen and eaten in is two stops; a rest may return to where one was. */
function* onceEach(context: Context): Generator<Violation> {
  const seen: { readonly stop: Stop; readonly place: Place }[] = []
  for (const located of visitsOf(context)) {
    const { stop, place } = located
    if (stop.kind === 'rest') continue
    const again = seen.find((before) => before.stop.kind === stop.kind && isSamePlace(before.place, place))
    if (again !== undefined) yield violation('place-twice', located, `${place.id} after ${again.place.id} at ${again.stop.id}`)
    seen.push({ stop, place })
  }
}

/** One name in common; an alias counts between two points, since an area's aliases may name what lies in it. */
function isSamePlace(a: Place, b: Place): boolean {
  if (a.id === b.id) return true
  if (straightM(a.position, b.position) > SAME_NAME_WITHIN_M) return false
  const withAliases = a.extent === 'point' && b.extent === 'point'
  const names = new Set(namesOf(a, withAliases))
  return namesOf(b, withAliases).some((name) => names.has(name))
}

function namesOf(place: Place, withAliases: boolean): readonly string[] {
  const names = [...Object.values(place.names), ...(withAliases ? (place.aliases ?? []) : [])]
  return names
    .map((name) =>
      name
        .normalize('NFKC')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]/gu, ''),
    )
    .filter((name) => name !== '')
}
