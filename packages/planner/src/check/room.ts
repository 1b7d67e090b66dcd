import { DAY_MOVING_MAX_MIN, type LatLng, type Stop } from '@yeojeong/domain'
import { visitsOf, type Context } from './context.ts'
import { straightM } from './distance.ts'

type Hours = { readonly earliestStart: number; readonly latestStart: number }
type Way = { readonly minutes: number; readonly walkM: number }

const MARGIN = { minutes: 10, walkShare: 0.05 }
const WINDING = 1.35
const STROLL_M_PER_MIN = 50
const WALKED_BELOW_M = 1_000

/**
 * Whether a day would have moving and walking left for one more place there, begun within those hours, if it gave up its sights for it: all but
 * the must-sees and the locked ones. Ways the plan does not have are reckoned on the long side, so that "no" is said early.
 */
export function hasRoomFor(context: Context, day: number, position: LatLng, hours: Hours): boolean {
  const stops = context.plan.days[day]?.stops ?? []
  const kept = stops.filter((stop) => !isGivenUp(context, stop))
  const ways = kept.slice(1).map((to, index) => wayOf(context, stops, kept[index] as Stop, to))
  const detours = kept.slice(1).flatMap((to, index) => {
    const isBetween = (kept[index] as Stop).endMin <= hours.latestStart && to.startMin >= hours.earliestStart
    if (!isBetween) return []
    const [there, on] = [guess(context, (kept[index] as Stop).position, position), guess(context, position, to.position)]
    const direct = ways[index] as Way
    return [{ minutes: there.minutes + on.minutes - direct.minutes, walkM: there.walkM + on.walkM - direct.walkM }]
  })
  const base = ways.reduce((sum, way) => ({ minutes: sum.minutes + way.minutes, walkM: sum.walkM + way.walkM }), {
    minutes: 0,
    walkM: inside(context, day, kept),
  })
  const most = { minutes: DAY_MOVING_MAX_MIN - MARGIN.minutes, walkM: context.party.walk.dayM * (1 - MARGIN.walkShare) }
  return detours.some((detour) => base.minutes + detour.minutes <= most.minutes && base.walkM + detour.walkM <= most.walkM)
}

function isGivenUp({ brief }: Context, stop: Stop): boolean {
  return stop.kind === 'sight' && !stop.locked && !brief.wishes.mustSee.includes(stop.refId ?? '')
}

/** The plan's own leg where the two are neighbours in it. */
function wayOf(context: Context, stops: readonly Stop[], from: Stop, to: Stop): Way {
  if (stops[stops.indexOf(to) - 1] === from) return { minutes: to.leg?.durationMin ?? 0, walkM: to.leg?.walkM ?? 0 }
  return guess(context, from.position, to.position)
}

function guess({ brief }: Context, from: LatLng, to: LatLng): Way {
  const metres = straightM(from, to) * WINDING
  if (brief.transport === 'walk' || metres <= WALKED_BELOW_M) return { minutes: metres / STROLL_M_PER_MIN, walkM: metres }
  return { minutes: 25 + (metres / 1000) * 2, walkM: brief.transport === 'transit' ? 800 : 100 }
}

function inside(context: Context, day: number, kept: readonly Stop[]): number {
  const visits = [...visitsOf(context)].filter((visit) => visit.day === day && visit.stop.kind === 'sight' && kept.includes(visit.stop))
  return visits.reduce((sum, { place }) => sum + place.insideWalkM, 0)
}
