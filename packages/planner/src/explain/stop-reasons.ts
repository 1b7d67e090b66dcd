import { IDLE_GAP_EXPLAINED_FROM_MIN, INTERESTS, isFood, type DayPlan, type Interest, type Reason, type Stop } from '@yeojeong/domain'
import type { Assembled } from '../trip/assemble.ts'
import { traitShares } from '../trip/traits.ts'
import type { Prepared } from '../trip/problem.ts'
import type { Visit } from '../trip/visit.ts'
import { reason } from './codes.ts'

/** An interest is what a place is about from this share of it on. */
const MAIN_SHARE = 0.25
const ON_THE_WAY_MIN = 10
/** A day that is over sooner than this before its hour did not end because of it. */
const ENDS_BY_THEN_MIN = 60

/** Days with every stop's reasons computed from what is in the plan. */
export function withReasons(prepared: Prepared, { days, visitOf }: Assembled): readonly DayPlan[] {
  const categories = days.flatMap((day) =>
    day.stops.flatMap((stop) => (stop.kind === 'sight' ? (visitOf.get(stop.id)?.place?.category ?? []) : [])),
  )
  return days.map((day) => ({
    ...day,
    stops: day.stops.map((stop, i) => {
      const visit = visitOf.get(stop.id)
      const own = visit === undefined ? anchorReasons(prepared, day, stop, i) : visitReasons(prepared, stop, visit, categories)
      const way = visit !== undefined && (visit.role === 'sight' || visit.role === 'meal') ? onTheWay(prepared, day, i) : []
      return { ...stop, reasons: [...own, ...way, ...taxiReasons(prepared, day, i), ...gapReasons(day, i)] }
    }),
  }))
}

function visitReasons(prepared: Prepared, stop: Stop, visit: Visit, categories: readonly string[]): readonly Reason[] {
  if (visit.fixed?.booking) return [reason('booked', { startAtMin: stop.startMin, endAtMin: stop.endMin })]
  if (stop.kind === 'meal') return mealReasons(prepared, stop)
  if (stop.kind === 'rest') return restReasons(prepared, visit)
  return visit.place === null ? [] : sightReasons(prepared, stop, visit, categories)
}

function sightReasons({ setting }: Prepared, stop: Stop, visit: Visit, categories: readonly string[]): readonly Reason[] {
  const { brief, party } = setting
  const place = visit.place!
  const reasons: Reason[] = []
  if (brief.wishes.mustSee.includes(place.id)) reasons.push(reason('must-see', {}))
  if (place.prominence >= 4) reasons.push(reason('landmark', { prominence: place.prominence }))
  const shares = traitShares(place)
  const main = INTERESTS.filter((_, i) => shares[i]! >= MAIN_SHARE).toSorted(
    (a, b) => shares[INTERESTS.indexOf(b)]! - shares[INTERESTS.indexOf(a)]!,
  )
  for (const interest of main) {
    const travellerIds = party.travellers.filter((t) => (t.tastes[interest] ?? 0) >= 2).map((t) => t.id)
    if (travellerIds.length > 0) reasons.push(reason('liked-by', { travellerIds, interest }))
    if (brief.wishes.interests.includes(interest)) reasons.push(reason('party-interest', { interest }))
  }
  if (place.childFriendly === true && party.childIds.length > 0) reasons.push(reason('for-children', { travellerIds: party.childIds }))
  if (categories.filter((c) => c === place.category).length === 1) reasons.push(reason('only-of-its-kind', { category: place.category }))
  if (party.wheelchairIds.length > 0 && place.stepFree === 'yes') reasons.push(reason('step-free', { travellerIds: party.wheelchairIds }))
  if (place.price === 'free') reasons.push(reason('free-entry', {}))
  const stayMin = stop.endMin - stop.startMin
  if (Math.abs(stayMin - place.stay.ideal) >= 15) reasons.push(reason('stay-adjusted', { stayMin, usualMin: place.stay.ideal }))
  return reasons.length > 0 ? reasons : [reason('gives', { interest: main[0] ?? strongest(shares), prominence: place.prominence })]
}

function strongest(shares: Float64Array): Interest {
  return INTERESTS[shares.indexOf(Math.max(...shares))]!
}

function mealReasons({ setting }: Prepared, stop: Stop): readonly Reason[] {
  const { diets } = setting.party
  const all = [...new Set(diets.flatMap((one) => one.diets))]
  return [reason('meal-fits-all', { meal: stop.meal ?? 'lunch', diets: all, travellerIds: diets.map((one) => one.id) })]
}

function restReasons({ setting }: Prepared, visit: Visit): readonly Reason[] {
  const { restIds } = setting.party
  const where =
    visit.lodging !== null
      ? 'lodging'
      : visit.place !== null && isFood(visit.place.category)
        ? 'cafe'
        : visit.place?.indoor === 'outdoor'
          ? 'outdoors'
          : 'indoors'
  return [restIds.length > 0 ? reason('rest-for', { travellerIds: restIds, place: where }) : reason('break', { place: where })]
}

/** Lodging, arrival and departure: bags, and who the day ends early for. */
function anchorReasons({ setting }: Prepared, day: DayPlan, stop: Stop, i: number): readonly Reason[] {
  const frame = setting.days[day.index]!
  if (stop.kind === 'arrival') return atEnd('gap-before-setting-out', stop.endMin - stop.startMin)
  if (stop.kind === 'departure') return atEnd('gap-before-departure', setting.brief.departure.minute - stop.arriveMin)
  if (i === 1 && frame.head.length > 1) return [reason('bag-drop', {})]
  if (i === day.stops.length - 2 && frame.tail.length > 1 && i > 0) return [reason('bag-pickup', {})]
  const early = i === day.stops.length - 1 && i > 0 && stop.arriveMin > setting.party.dayEnd - ENDS_BY_THEN_MIN
  return early && setting.party.earlyIds.length > 0
    ? [reason('early-end-for', { travellerIds: setting.party.earlyIds, endAtMin: setting.party.dayEnd })]
    : []
}

function atEnd(code: 'gap-before-setting-out' | 'gap-before-departure', gapMin: number): readonly Reason[] {
  return gapMin >= IDLE_GAP_EXPLAINED_FROM_MIN ? [reason(code, { gapMin })] : []
}

/** What the stop costs in way over going straight from the one before to the one after. */
function onTheWay({ ways }: Prepared, { stops }: DayPlan, i: number): readonly Reason[] {
  const [before, here, after] = [stops[i - 1], stops[i]!, stops[i + 1]]
  if (before === undefined || after === undefined) return []
  const minutes = (a: Stop, b: Stop): number => ways.between(a.position, b.position)?.durationMin ?? Infinity
  const detourMin = Math.max(0, minutes(before, here) + minutes(here, after) - minutes(before, after))
  return detourMin <= ON_THE_WAY_MIN ? [reason('on-the-way', { detourMin })] : []
}

function taxiReasons({ ways }: Prepared, { stops }: DayPlan, i: number): readonly Reason[] {
  const [before, here] = [stops[i - 1], stops[i]!]
  if (before === undefined || here.leg?.mode !== 'taxi') return []
  const relief = ways.between(before.position, here.position)?.relief
  return relief === undefined ? [] : [reason('taxi-for', relief)]
}

/** Idle minutes before a stop: between leaving the last and beginning this, beyond the way. */
export function idleBefore(stops: readonly Stop[], i: number): number {
  const [before, here] = [stops[i - 1], stops[i]!]
  if (before === undefined || here.kind === 'lodging' || here.kind === 'departure') return 0
  return here.startMin - before.endMin - (here.leg?.durationMin ?? 0)
}

function gapReasons({ stops }: DayPlan, i: number): readonly Reason[] {
  const gapMin = idleBefore(stops, i)
  if (gapMin < IDLE_GAP_EXPLAINED_FROM_MIN) return []
  const stop = stops[i]!
  if (stop.kind === 'booking') return [reason('gap-until-booking', { gapMin, bookingId: stop.refId! })]
  if (stop.open !== null && stop.startMin - stop.open.open < 10)
    return [reason('gap-until-opening', { gapMin, opensAtMin: stop.open.open })]
  if (stop.kind === 'meal') return [reason('gap-until-meal', { gapMin, meal: stop.meal! })]
  return [reason('gap-free-time', { gapMin })]
}
