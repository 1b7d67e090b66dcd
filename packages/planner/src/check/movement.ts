import { DAY_MOVING_MAX_MIN, type DayPlan, type Leg, type LegMode, type Place, type Stop, type Transport } from '@yeojeong/domain'
import { pairsOf, visitsOf, type Context } from './context.ts'
import { SAME_POSITION_M, straightM } from './distance.ts'
import { clock, violation, type Violation } from './violation.ts'

export function* movementViolations(context: Context): Generator<Violation> {
  for (const [day, dayPlan] of context.plan.days.entries()) {
    const [first] = dayPlan.stops
    if (first !== undefined && first.leg !== null) yield violation('leg-first', { day, stop: first }, 'the first stop of a day has a leg')
    for (const { from, to } of pairsOf(dayPlan)) yield* between(context, from, to, day)
    yield* wholeDay(context, dayPlan, day)
  }
}

function* between(context: Context, from: Stop, to: Stop, day: number): Generator<Violation> {
  const straight = straightM(from.position, to.position)
  const { leg } = to
  if (leg === null) {
    if (!(straight <= SAME_POSITION_M)) {
      yield violation('leg-missing', { day, stop: to }, `${Math.round(straight)} m from the stop before, and no leg`, {
        straightM: straight,
      })
    }
    return
  }
  const where = { day, stop: to }
  if (leg.departMin < from.endMin || leg.arriveMin !== to.arriveMin || leg.arriveMin - leg.departMin !== leg.durationMin) {
    const said = `${clock(leg.departMin)}–${clock(leg.arriveMin)} (${leg.durationMin} min)`
    yield violation('leg-times', where, `leg ${said} between a stop until ${clock(from.endMin)} and one from ${clock(to.arriveMin)}`, {
      depart: leg.departMin,
      arrive: leg.arriveMin,
      duration: leg.durationMin,
    })
  }
  yield* physical(leg, straight, where)
  yield* allowed(context, leg, where)
}

/** Rounding to whole minutes may take up to one off. */
const ROUNDING_MIN = 1
const WALK_M_PER_MIN = 100
const RIDE_MIN_PER_KM = 0.6
/** Beyond this an express train or motorway may be faster than any city: 240 km/h over the straight line. */
const CITY_KM = 50
const EXPRESS_MIN_PER_KM = 0.25
const RIDE_AT_LEAST_MIN = 5

/** Fewest minutes a way can take over a straight distance: what no route can beat, not what is likely. */
function fewestMinutes(mode: LegMode, straight: number): number {
  if (mode === 'walk') return straight / WALK_M_PER_MIN
  const km = straight / 1000
  const riding = Math.min(km, CITY_KM) * RIDE_MIN_PER_KM + Math.max(0, km - CITY_KM) * EXPRESS_MIN_PER_KM
  return km >= 1 ? Math.max(RIDE_AT_LEAST_MIN, riding) : riding
}

function* physical(leg: Leg, straight: number, where: { day: number; stop: Stop }): Generator<Violation> {
  const fewest = fewestMinutes(leg.mode, straight)
  if (!(leg.durationMin >= fewest - ROUNDING_MIN)) {
    yield violation(
      'leg-too-fast',
      where,
      `${leg.durationMin} min by ${leg.mode} over ${Math.round(straight)} m, at least ${fewest.toFixed(1)}`,
      {
        duration: leg.durationMin,
        fewest,
        straightM: straight,
      },
    )
  }
  if (!(leg.distanceM >= straight * 0.98 - 10)) {
    yield violation('leg-too-short', where, `a way of ${leg.distanceM} m over ${Math.round(straight)} m straight`, {
      distanceM: leg.distanceM,
      straightM: straight,
    })
  }
  if (!(leg.walkM >= 0) || (leg.mode === 'walk' && Math.abs(leg.walkM - leg.distanceM) > 1)) {
    yield violation('leg-walk', where, `${leg.walkM} m walked of ${leg.distanceM} m by ${leg.mode}`, {
      walkM: leg.walkM,
      distanceM: leg.distanceM,
    })
  }
  const most = 30 + (Math.max(straight, leg.distanceM) / 1000) * 40
  if (leg.durationMin > most) {
    yield violation('leg-slow', where, `${leg.durationMin} min over ${leg.distanceM} m`, { duration: leg.durationMin, most })
  }
}

const MODES: { readonly [T in Transport]: readonly LegMode[] } = {
  transit: ['walk', 'transit', 'taxi'],
  car: ['walk', 'car'],
  taxi: ['walk', 'taxi'],
  walk: ['walk'],
}
/** Transit is walked to and from. */
const WALKS_IN: { readonly [M in LegMode]: number } = { walk: 1, transit: 2, car: 1, taxi: 1 }

function* allowed({ brief, party }: Context, leg: Leg, where: { day: number; stop: Stop }): Generator<Violation> {
  if (!MODES[brief.transport].includes(leg.mode)) {
    yield violation('leg-mode', where, `${leg.mode} on a trip by ${brief.transport}`)
  }
  const isSaid = where.stop.reasons.some(({ code }) => code === 'taxi-for')
  if (brief.transport === 'transit' && leg.mode === 'taxi' && !isSaid) {
    yield violation('leg-taxi', where, 'taxi on a trip by transit, and no reason says for whom')
  }
  const single = leg.walkM / WALKS_IN[leg.mode]
  if (single > party.walk.legM) {
    yield violation('walk-leg', where, `walks ${Math.round(single)} m at a time, at most ${party.walk.legM}`, {
      walkM: single,
      limitM: party.walk.legM,
    })
  }
}

function* wholeDay(context: Context, dayPlan: DayPlan, day: number): Generator<Violation> {
  const legs = dayPlan.stops.flatMap((stop) => (stop.leg === null ? [] : [stop.leg]))
  const moving = legs.reduce((sum, leg) => sum + leg.durationMin, 0)
  const ways = legs.reduce((sum, leg) => sum + leg.walkM, 0)
  const inside = insideWalk(context, day)
  const limit = context.party.walk.dayM
  if (ways + inside.least > limit) {
    yield violation('walk-day', { day }, `walks ${Math.round(ways + inside.least)} m, at most ${limit}`, {
      walkM: ways + inside.least,
      limitM: limit,
    })
  }
  if (moving > DAY_MOVING_MAX_MIN) {
    yield violation('moving-day', { day }, `${moving} min moving, at most ${DAY_MOVING_MAX_MIN}`, { moving, limit: DAY_MOVING_MAX_MIN })
  }
  if (Math.abs(dayPlan.movingMin - moving) > 1) {
    yield violation('day-totals', { day }, `says ${dayPlan.movingMin} min moving, its legs are ${moving}`, {
      said: dayPlan.movingMin,
      moving,
    })
  }
  // What is walked inside may be counted whole or by the stay, or left to the places.
  if (dayPlan.walkM < ways - 1 || dayPlan.walkM > ways + inside.most + 1) {
    yield violation('day-totals', { day }, `says ${dayPlan.walkM} m walked, its legs are ${ways}, its places up to ${inside.most}`, {
      said: dayPlan.walkM,
      ways,
      inside: inside.most,
    })
  }
}

/** Least: sights only, in proportion to a stay shorter than the usual. Most: every visit, at its whole length. */
function insideWalk(context: Context, day: number): { readonly least: number; readonly most: number } {
  let [least, most] = [0, 0]
  for (const visit of visitsOf(context)) {
    if (visit.day !== day) continue
    const share = stayShare(visit.stop, visit.place)
    if (visit.stop.kind === 'sight') least += visit.place.insideWalkM * Math.min(1, share)
    most += visit.place.insideWalkM * Math.max(1, share)
  }
  return { least, most }
}

function stayShare(stop: Stop, place: Place): number {
  return place.stay.ideal > 0 ? (stop.endMin - stop.startMin) / place.stay.ideal : 1
}
