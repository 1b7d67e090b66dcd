import { CHILD_DAY_END, TAXI_RELIEF, type Place, type Reason, type Stop } from '@yeojeong/domain'
import { lodgingsOfNight, stopsOf, tripDays, dateOfDay, type Context } from './context.ts'
import { SAME_POSITION_M, straightM } from './distance.ts'
import { holidayKinds } from './calendar.ts'
import { hoursOn } from './hours.ts'
import { isOwedRest, unservedDiets, walkLimitOf } from './party.ts'
import { violation, type Violation } from './violation.ts'

/** What a reason is said of. A code the tables below do not hold is not judged. */
type Said = {
  readonly context: Context
  readonly params: Reason['params']
  readonly stop: Stop | null
  readonly place: Place | null
  readonly day: number | null
  readonly travellerId: string | null
}
type IsTrue = (said: Said) => boolean

export function* reasonViolations(context: Context): Generator<Violation> {
  const { plan, placeById } = context
  const placeOf = (id: string | null): Place | null => (id === null ? null : (placeById.get(id) ?? null))
  const nothing = { context, stop: null, place: null, day: null, travellerId: null }
  for (const { day, stop } of stopsOf(context)) {
    for (const reason of stop.reasons) {
      const said = { ...nothing, params: reason.params, stop, place: placeOf(stop.refId), day }
      if (OF_STOPS[reason.code]?.(said) === false) yield violation('reason-untrue', { day, stop }, inWords(reason))
    }
  }
  for (const { placeId, reason } of plan.dropped) {
    const said = { ...nothing, params: reason.params, place: placeOf(placeId) }
    if (OF_DROPPED[reason.code]?.(said) === false) yield violation('reason-untrue', {}, `${placeId} left out: ${inWords(reason)}`)
  }
  for (const { travellerId, reasons } of plan.members) {
    for (const reason of reasons) {
      const said = { ...nothing, params: reason.params, travellerId }
      if (OF_MEMBERS[reason.code]?.(said) === false) yield violation('reason-untrue', {}, `${travellerId}: ${inWords(reason)}`)
    }
  }
  for (const warning of plan.warnings) {
    const stop = [...stopsOf(context)].find((one) => one.stop.id === warning.stopId)?.stop ?? null
    const said = { ...nothing, params: warning.params, stop, day: warning.day }
    if (OF_WARNINGS[warning.code]?.(said) === false)
      yield violation('reason-untrue', stop === null ? {} : { stop }, `warning ${inWords(warning)}`)
  }
}

function inWords({ code, params }: Reason): string {
  return `${code} ${JSON.stringify(params)} is not true of the plan`
}

const list = (value: Reason['params'][string] | undefined): readonly string[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? [value] : []
const people = ({ context, params }: Said) => context.brief.travellers.filter(({ id }) => list(params['travellerIds']).includes(id))
const isPlanned = (context: Context, id: string): boolean => context.plan.days.some(({ stops }) => stops.some(({ refId }) => refId === id))

function tasteOf({ context, params, travellerId }: Said, id: string | null = travellerId): number {
  const tastes = context.brief.travellers.find((traveller) => traveller.id === id)?.tastes ?? {}
  return Object.entries(tastes).find(([interest]) => interest === params['interest'])?.[1] ?? 1
}

const OF_STOPS: { readonly [code: string]: IsTrue } = {
  'must-see': ({ context, stop }) => context.brief.wishes.mustSee.includes(stop?.refId ?? ''),
  landmark: ({ params, place }) => place !== null && place.prominence >= 4 && place.prominence === params['prominence'],
  'liked-by': (said) => list(said.params['travellerIds']).every((id) => tasteOf(said, id) >= 2),
  'party-interest': ({ context, params }) => context.brief.wishes.interests.some((interest) => interest === params['interest']),
  'for-children': (said) => said.place?.childFriendly === true && people(said).length > 0 && people(said).every(({ age }) => age < 18),
  'only-of-its-kind': ({ context, params, place }) =>
    place?.category === params['category'] && sightsOfKind(context, place?.category).length === 1,
  'step-free': ({ place }) => place?.stepFree === 'yes',
  'free-entry': ({ stop, place }) => place?.price === 'free' || stop?.cost?.amount === 0,
  'meal-fits-all': ({ params, place }) => unservedDiets(list(params['diets']) as never, place?.food?.diets ?? []).length === 0,
  'rest-for': (said) => people(said).length > 0 && people(said).every(isOwedRest),
  booked: ({ params, stop }) => stop?.startMin === params['startAtMin'] && stop?.endMin === params['endAtMin'],
  'stay-adjusted': ({ params, stop, place }) =>
    stop !== null &&
    stop.endMin - stop.startMin === params['stayMin'] &&
    place?.stay.ideal === params['usualMin'] &&
    params['stayMin'] !== params['usualMin'],
  'taxi-for': isTaxiFor,
  'early-end-for': (said) => people(said).length > 0 && people(said).every(({ age }) => age <= CHILD_DAY_END.untilAge),
  'gap-until-opening': isGapThatLong,
  'gap-until-meal': isGapThatLong,
  'gap-until-booking': isGapThatLong,
  'gap-free-time': isGapThatLong,
}

function sightsOfKind({ plan, placeById }: Context, category: string | undefined): readonly Stop[] {
  return plan.days
    .flatMap(({ stops }) => stops)
    .filter((stop) => stop.kind === 'sight' && placeById.get(stop.refId ?? '')?.category === category)
}

/** No way on foot is longer than so many times the straight line. */
const STREETS = 2

/** Each of those named needs it on the ground given, over a way as short as that ground allows. What a train would ask of them only its timetable knows. */
function isTaxiFor(said: Said): boolean {
  const { context, params, stop } = said
  const before = stopBefore(said)
  if (stop?.leg?.mode !== 'taxi' || before === null) return false
  const straight = straightM(before.position, stop.position)
  const { little } = TAXI_RELIEF
  const named = people(said)
  switch (params['cause']) {
    case 'no-transit':
      return named.length === 0
    case 'far-stop':
      return named.length > 0 && named.every((one) => walkLimitOf(one).legM < Number(params['sparesM']))
    case 'bags':
      return (
        named.length > 0 &&
        named.every(isOwedRest) &&
        straight <= TAXI_RELIEF.bagsUpToM &&
        [before, stop].every((s) => isAnchor(context, s))
      )
    case 'little-walking': {
      const walksLittle = named.every((one) => walkLimitOf(one).legM <= little.legM || walkLimitOf(one).dayM <= little.dayM)
      return named.length > 0 && walksLittle && straight <= TAXI_RELIEF.littleUpToM
    }
    default:
      return named.length > 0 && named.every((one) => walkLimitOf(one).legM < straight * STREETS) && straight <= TAXI_RELIEF.nearM
  }
}

function stopBefore({ context, stop, day }: Said): Stop | null {
  const stops = context.plan.days[day ?? -1]?.stops ?? []
  return stops[stops.findIndex((one) => one === stop) - 1] ?? null
}

/** Where the party arrives, sleeps or leaves from. */
function isAnchor({ brief }: Context, { position }: Stop): boolean {
  return [brief.arrival.at, brief.departure.at, ...brief.lodgings].some(
    (anchor) => anchor !== null && straightM(anchor.position, position) <= SAME_POSITION_M,
  )
}

/** A gap said of a stop is no longer than the time between the stop before and this one, less the way. */
function isGapThatLong(said: Said): boolean {
  const { params, stop } = said
  const before = stopBefore(said)
  if (stop === null || before === null) return false
  const gap = stop.startMin - before.endMin - (stop.leg?.durationMin ?? 0)
  return Number(params['gapMin']) > 0 && Number(params['gapMin']) <= gap
}

const OF_DROPPED: { readonly [code: string]: IsTrue } = {
  'closed-on-your-days': ({ context, params, place }) =>
    place !== null &&
    list(params['dates']).length > 0 &&
    list(params['dates']).every((date) => hoursOn(place.hours, date, context.holidays).length === 0),
  'hours-unknown-not-chosen': ({ context, place }) =>
    place !== null && tripDates(context).some((date) => hoursOn(place.hours, date, context.holidays) === 'unknown'),
  'not-step-free': (said) =>
    needWheels(said) && (said.place?.stepFree === 'no' || said.place?.stepFree === 'partly' || said.place?.stroller === 'no'),
  'step-free-unknown': (said) => needWheels(said) && said.place?.stepFree === 'unknown',
  'too-young': (said) =>
    said.place?.minAge === said.params['minAge'] && people(said).every(({ age }) => age < Number(said.params['minAge'])),
  'over-budget': ({ params }) => Number(params['amount']) > Number(params['left']),
  avoided: ({ context, place }) =>
    place !== null && (context.brief.wishes.avoid.includes(place.id) || context.brief.wishes.avoidCategories.includes(place.category)),
  'enough-of-its-kind': ({ context, params }) => list(params['placeIds']).every((id) => isPlanned(context, id)),
  'displaced-by': ({ context, params }) => list(params['placeIds']).every((id) => isPlanned(context, id)),
  'unknown-place': ({ place }) => place === null,
}

function needWheels(said: Said): boolean {
  return people(said).length > 0 && people(said).every(({ mobility }) => mobility === 'wheelchair' || mobility === 'stroller')
}

function tripDates({ brief }: Context): readonly string[] {
  return Array.from({ length: tripDays(brief) }, (_, day) => dateOfDay(brief, day))
}

const OF_MEMBERS: { readonly [code: string]: IsTrue } = {
  'best-stop': ({ context, params }) => list(params['placeId']).every((id) => isPlanned(context, id)),
  'interest-missing': (said) => tasteOf(said) >= 2,
  'least-served': ({ context, travellerId }) => {
    const own = context.plan.members.find((member) => member.travellerId === travellerId)?.satisfaction ?? 1
    return context.plan.members.every(({ satisfaction }) => own <= satisfaction)
  },
}

const OF_WARNINGS: { readonly [code: string]: IsTrue } = {
  'hours-unknown': ({ stop }) => stop?.hoursKnown === false,
  'holiday-hours': ({ context, params }) => list(params['date']).every((date) => holidayKinds(context.holidays, date)?.length !== 0),
  'empty-day': ({ context, day }) => context.plan.days[day ?? -1]?.stops.every(({ kind }) => kind !== 'sight') ?? false,
  'costs-unknown': ({ context, params }) => params['stops'] === context.plan.cost.unknownStops,
  'no-lodging': ({ context, params }) => list(params['date']).every((date) => lodgingsOfNight(context.brief, date).length === 0),
  'lodging-access-unknown': ({ context, params }) =>
    list(params['lodgingId']).every((id) => context.lodgingById.get(id)?.stepFree === 'unknown'),
  'lodging-not-step-free': ({ context, params }) => list(params['lodgingId']).every((id) => context.lodgingById.get(id)?.stepFree === 'no'),
}
