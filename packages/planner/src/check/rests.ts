import { REST, type DayPlan, type LatLng, type Stop } from '@yeojeong/domain'
import { dateOfDay, isFree, lodgingsOfNight, visitsOf, type Context } from './context.ts'
import { samePosition, straightM } from './distance.ts'
import { judgeVisit } from './hours.ts'
import { hasRoomFor } from './room.ts'
import { clock, violation, type Violation } from './violation.ts'

/** Where one may sit down for a drink … */
const RESTING = ['cafe', 'teahouse', 'bakery']
/** … and where a plan may put a rest without fault. */
const SITTING = [...RESTING, 'food-hall', 'restaurant']
/** How near a place to sit would have had to be, and how near the lodging, by vehicle. */
const IN_REACH_M = 3_000
const RIDE_HOME_M = 15_000
/** A walk over a straight line, at its most winding. */
const WALKED_ROUNDABOUT = 1.6

export function* restViolations(context: Context): Generator<Violation> {
  for (const visit of visitsOf(context)) {
    if (visit.stop.kind !== 'rest' || visit.place.restSpot === true || SITTING.includes(visit.place.category)) continue
    yield violation('rest-place', visit, `${visit.place.id} (${visit.place.category}) is no place to sit down`)
  }
  if (!context.party.restOwed) return
  for (const [day, dayPlan] of context.plan.days.entries()) {
    if (isRestOwed(context, day) && !hasRest(context, dayPlan) && !isExcused(context, day)) {
      yield violation(
        'rest-missing',
        { day },
        `no rest of ${REST.shortestMin} min from ${clock(REST.earliestStart)}–${clock(REST.latestStart)}`,
        {
          shortestMin: REST.shortestMin,
        },
      )
    }
  }
}

function isRestOwed({ brief }: Context, day: number): boolean {
  return isFree(brief, day, REST.owedFrom, REST.owedUntil)
}

/** Time at the lodging is rest too: in the middle of the day, or when it ends or begins there in the afternoon. */
function hasRest({ brief }: Context, { stops }: DayPlan): boolean {
  return stops.some((stop, index) => {
    const isHome = stop.kind === 'lodging' || brief.lodgings.some(({ position }) => samePosition(position, stop.position))
    if (stop.kind !== 'rest' && !isHome) return false
    const begins = index === 0 || isHome ? Math.max(stop.startMin, REST.earliestStart) : stop.startMin
    const lasts = index === stops.length - 1 && isHome ? REST.shortestMin : stop.endMin - begins
    return begins >= REST.earliestStart && begins <= REST.latestStart && lasts >= REST.shortestMin
  })
}

/** A plan may say it found nowhere to sit: true if no lodging was near and nothing else was open. */
function isExcused(context: Context, day: number): boolean {
  const { brief, plan, party } = context
  if (!plan.warnings.some((warning) => warning.code === 'no-rest-found' && warning.day === day)) return false
  const date = dateOfDay(brief, day)
  const stops = plan.days[day]?.stops ?? []
  const isNear = (stop: Stop | undefined, metres: number, position: LatLng): boolean =>
    stop !== undefined && straightM(stop.position, position) <= metres
  // On foot both ways must be short enough, there from one stop and on to the next.
  const isWithin = (metres: number, position: LatLng): boolean =>
    stops.some(
      (stop, index) => isNear(stop, metres, position) && (brief.transport !== 'walk' || isNear(stops[index + 1], metres, position)),
    ) && hasRoomFor(context, day, position, REST)
  const walked = party.walk.legM / WALKED_ROUNDABOUT
  const lodgings = [...lodgingsOfNight(brief, date), ...lodgingsOfNight(brief, dateOfDay(brief, day - 1))]
  if (lodgings.some(({ position }) => isWithin(brief.transport === 'walk' ? walked : RIDE_HOME_M, position))) return false
  return ![...context.placeById.values()].some(
    (place) =>
      (place.restSpot === true || RESTING.includes(place.category)) &&
      (!party.wheelchair || place.stepFree === 'yes') &&
      !plan.days.some((one) => one.stops.some((stop) => stop.refId === place.id)) &&
      isWithin(brief.transport === 'walk' ? walked : IN_REACH_M, place.position) &&
      judgeVisit(place.hours, date, REST.earliestStart, REST.latestStart + REST.shortestMin, context.holidays).kind === 'open',
  )
}
