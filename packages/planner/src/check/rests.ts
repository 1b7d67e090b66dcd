import { REST, type DayPlan } from '@yeojeong/domain'
import { dateOfDay, isFree, lodgingsOfNight, visitsOf, type Context } from './context.ts'
import { straightM } from './distance.ts'
import { judgeVisit } from './hours.ts'
import { clock, violation, type Violation } from './violation.ts'

const SITTING = ['cafe', 'teahouse', 'bakery', 'food-hall', 'restaurant']
const IN_REACH_M = 3_000

export function* restViolations(context: Context): Generator<Violation> {
  for (const visit of visitsOf(context)) {
    if (visit.stop.kind !== 'rest' || visit.place.restSpot === true || SITTING.includes(visit.place.category)) continue
    yield violation('rest-place', visit, `${visit.place.id} (${visit.place.category}) is no place to sit down`)
  }
  if (!context.party.restOwed) return
  for (const [day, dayPlan] of context.plan.days.entries()) {
    if (isRestOwed(context, day) && !hasRest(dayPlan) && !isExcused(context, day)) {
      yield violation('rest-missing', { day }, `no rest of ${REST.shortestMin} min from ${clock(REST.earliestStart)}–${clock(REST.latestStart)}`, {
        shortestMin: REST.shortestMin,
      })
    }
  }
}

function isRestOwed({ brief }: Context, day: number): boolean {
  return isFree(brief, day, REST.owedFrom, REST.owedUntil)
}

/** Time at the lodging is rest too: in the middle of the day, or when it ends or begins there in the afternoon. */
function hasRest({ stops }: DayPlan): boolean {
  return stops.some((stop, index) => {
    if (stop.kind !== 'rest' && stop.kind !== 'lodging') return false
    const begins = index === 0 ? Math.max(stop.startMin, REST.earliestStart) : stop.startMin
    const lasts = index === stops.length - 1 && stop.kind === 'lodging' ? REST.shortestMin : stop.endMin - begins
    return begins >= REST.earliestStart && begins <= REST.latestStart && lasts >= REST.shortestMin
  })
}

/** With no lodging to go back to, a plan may say it found nowhere to sit: true if nothing near was open. */
function isExcused(context: Context, day: number): boolean {
  const { brief, plan, party } = context
  if (!plan.warnings.some((warning) => warning.code === 'no-rest-found' && warning.day === day)) return false
  const date = dateOfDay(brief, day)
  if (lodgingsOfNight(brief, date).length > 0 || lodgingsOfNight(brief, dateOfDay(brief, day - 1)).length > 0) return false
  const stops = plan.days[day]?.stops ?? []
  return ![...context.placeById.values()].some(
    (place) =>
      (place.restSpot === true || SITTING.includes(place.category)) &&
      (!party.wheelchair || place.stepFree === 'yes') &&
      stops.some((stop) => straightM(stop.position, place.position) <= IN_REACH_M) &&
      judgeVisit(place.hours, date, REST.earliestStart, REST.latestStart + REST.shortestMin, context.holidays).kind === 'open',
  )
}
