import { REST, distanceM, type HolidayCalendar, type Lodging, type Money, type Place, type TripBrief } from '@yeojeong/domain'
import type { DayFrame } from './days.ts'
import { exclusion, feedsEverybody, isForOthers, isRestSpot, isSight, servesMeal } from './eligibility.ts'
import type { Fixed } from './fixed.ts'
import { mealHours } from './meal-hours.ts'
import { openingOn, type Opening } from './opening.ts'
import { partyPrice, type Party } from './party.ts'
import { startsIn, type Stay, type Visit, type Window } from './visit.ts'
import { WEIGHTS } from './weights.ts'

/** Everything a plan is made from, before it is a solver's model. */
export type Setting = {
  readonly brief: TripBrief
  readonly party: Party
  readonly days: readonly DayFrame[]
  readonly holidays: HolidayCalendar | null
}

const REST_STARTS = { from: 13 * 60 + 15, to: REST.latestStart } as const
const LODGING_REST: Stay = { min: 45, ideal: 75, max: 120 }

export function openingsOf(place: Place, setting: Setting): readonly Opening[] {
  return setting.days.map((day) => openingOn(place, day.date, setting.holidays, setting.brief.destination.timeZone))
}

/** Cost for the whole party; null where nobody knows it. */
export function costOf(place: Place, party: Party, currency: string): Money | null {
  if (place.price === 'unknown') return null
  if (place.price === 'free') return { amount: 0, currency }
  return { amount: partyPrice(place.price, party.travellers), currency: place.price.currency }
}

export function currencyOf(brief: TripBrief, places: readonly Place[]): string {
  if (brief.budget !== null) return brief.budget.currency
  for (const { price } of places) if (typeof price === 'object') return price.currency
  return 'KRW'
}

/** Every way to visit a place that the party's facts allow, the whole trip's days at once. */
export function visitsOf(place: Place, setting: Setting, currency: string): readonly Visit[] {
  const { brief, party } = setting
  if (exclusion(place, brief, party) !== null) return []
  const openings = openingsOf(place, setting)
  const base = {
    place,
    lodging: null,
    fixed: null,
    position: place.position,
    group: place.id,
    cost: costOf(place, party, currency),
    openings,
  }
  const wished = brief.wishes.mustSee.includes(place.id)
  const meals = feedsEverybody(place, party)
    ? (['lunch', 'dinner'] as const).filter((meal) => servesMeal(place, meal)).map((meal) => mealVisit(base, meal, setting, wished))
    : []
  const sights =
    (isSight(place) && (wished || !isForOthers(place, party))) || (wished && meals.length === 0) ? sightVisits(base, wished) : []
  const rests = isRestSpot(place, party.restIds.length > 0) && !(wished && isSight(place)) ? [restVisit(base, party)] : []
  const seen = wished && isSight(place) ? sights : [...sights, ...meals, ...rests]
  return seen.filter((visit) => visit.windows.some((list) => list.length > 0))
}

type Base = Pick<Visit, 'lodging' | 'fixed' | 'position' | 'group' | 'cost'> & {
  readonly place: Place
  readonly openings: readonly Opening[]
}
type Own = Pick<Visit, 'role' | 'meal' | 'stay' | 'stayMin' | 'short' | 'slot' | 'points' | 'required'>

type Starts = { readonly from: number; readonly to: number }

/** @param starts [days] or one for all: when the role lets it start. @param guess whether unknown hours may be guessed at. */
function visit(base: Base, own: Own, starts: Starts | readonly Starts[], guess: boolean): Visit {
  const { openings, ...rest } = base
  const startsOn = (day: number): Starts => ('from' in starts ? starts : starts[day]!)
  const windows = openings.map(({ known, intervals }, day): readonly Window[] => {
    if (!known && !guess) return []
    return intervals.map((interval) => ({ ...interval, ...startsOn(day) })).filter((w) => startsIn(w, own.stayMin) !== null)
  })
  return {
    ...rest,
    ...own,
    windows,
    knownOn: openings.map((o) => o.known),
    hoursKnown: openings.every((o) => o.known),
    gated: openings.some((o) => o.gated),
  }
}

function sightVisits(base: Base, required: boolean): readonly Visit[] {
  const { stay } = base.place
  const any = { from: 0, to: 1440 }
  const own = { role: 'sight', meal: null, slot: null, points: WEIGHTS.icon[base.place.prominence - 1]!, required, stay } as const
  const full = visit(base, { ...own, stayMin: stay.ideal, short: false }, any, true)
  const briefly = stay.ideal - stay.min >= 15 || required ? [visit(base, { ...own, stayMin: stay.min, short: true }, any, true)] : []
  return [full, ...briefly]
}

function mealVisit(base: Base, meal: 'lunch' | 'dinner', setting: Setting, required: boolean): Visit {
  const { stay } = base.place
  const ideal = clamp(stay.ideal, 50, 75)
  const starts = setting.days.map((day) => mealHours(day)[meal])
  const limits = { min: clamp(stay.min, 40, ideal), ideal, max: clamp(stay.max, ideal, 105) }
  return visit(base, { role: 'meal', meal, slot: meal, points: 0, required, stay: limits, stayMin: ideal, short: false }, starts, false)
}

function restVisit(base: Base, party: Party): Visit {
  const needed = party.restIds.length > 0
  const meal = base.place.category === 'restaurant' || base.place.category === 'food-hall'
  const points =
    (needed ? 0 : WEIGHTS.pleasantBreak) + WEIGHTS.restProminence * (base.place.prominence - 1) - (meal ? WEIGHTS.restWhereOneDines : 0)
  const stay = { min: REST.shortestMin, ideal: 40, max: 75 }
  return visit(
    base,
    { role: 'rest', meal: null, slot: 'rest', points, required: false, stay, stayMin: stay.ideal, short: false },
    REST_STARTS,
    false,
  )
}

/** A lie-down where the party sleeps; on the day of departure an armchair beside the bags, which nobody prefers. */
export function lodgingRests(setting: Setting): readonly Visit[] {
  const { days } = setting
  const lodgings = new Map<string, Lodging>(days.flatMap((d) => (d.lodging === null ? [] : [[d.lodging.id, d.lodging] as const])))
  return [...lodgings.values()].flatMap((lodging) =>
    days.filter((d) => d.lodging?.id === lodging.id).map((day) => lodgingRest(lodging, day, setting)),
  )
}

function lodgingRest(lodging: Lodging, day: DayFrame, { days, party }: Setting): Visit {
  const needed = party.restIds.length > 0
  const steps = party.wheelchairIds.length > 0 && lodging.stepFree !== 'yes'
  const leaves = day.tail.at(-1)!.kind === 'departure'
  const window = { open: 0, close: 1440, lastEntry: 1440, ...REST_STARTS }
  return {
    role: 'rest',
    place: null,
    meal: null,
    lodging,
    fixed: null,
    position: lodging.position,
    stay: LODGING_REST,
    stayMin: needed ? 60 : LODGING_REST.min,
    short: false,
    windows: days.map((d) => (d.index === day.index ? [window] : [])),
    knownOn: days.map(() => true),
    hoursKnown: true,
    gated: false,
    group: `${lodging.id}@${day.index}`,
    slot: 'rest',
    cost: null,
    points: needed && !steps && !leaves ? WEIGHTS.restAtLodging : 0,
    required: false,
  }
}

export function fixedVisit(fixed: Fixed, setting: Setting, places: ReadonlyMap<string, Place>): Visit {
  const stayMin = fixed.toMin - fixed.fromMin
  const window = { open: fixed.fromMin, close: fixed.toMin, lastEntry: fixed.fromMin, from: fixed.fromMin, to: fixed.fromMin }
  const place = fixed.stop?.refId == null ? null : (places.get(fixed.stop.refId) ?? null)
  return {
    role: 'fixed',
    place,
    meal: fixed.stop?.meal ?? null,
    lodging: null,
    fixed,
    position: fixed.position,
    stay: { min: stayMin, ideal: stayMin, max: stayMin },
    stayMin,
    short: false,
    windows: setting.days.map((d) => (d.index === fixed.day ? [window] : [])),
    knownOn: setting.days.map(() => fixed.stop?.hoursKnown ?? true),
    hoursKnown: fixed.stop?.hoursKnown ?? true,
    gated: false,
    group: place?.id ?? fixed.key,
    slot: fixed.slot === 'breakfast' ? null : fixed.slot,
    cost: fixed.stop?.cost ?? null,
    points: 0,
    required: true,
  }
}

/** Of the places one only eats or sits at, those near what the party comes for or sleeps at: the others would never be chosen. */
export function nearest(places: readonly Place[], around: readonly Place['position'][], each: number): readonly Place[] {
  const kept = new Set<Place>()
  for (const point of around) {
    const best: { readonly place: Place; readonly d: number }[] = []
    for (const place of places) {
      const d = distanceM(point, place.position)
      if (best.length === each && d >= best[each - 1]!.d) continue
      best.splice(best.findLastIndex((other) => other.d <= d) + 1, 0, { place, d })
      best.length = Math.min(best.length, each)
    }
    for (const { place } of best) kept.add(place)
  }
  return places.filter((place) => kept.has(place))
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
