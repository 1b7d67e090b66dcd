import { PACE_LIMITS, daysBetween, estimateLeg, travelProfileOf, walkPaceOf, type Place, type Plan, type TripBrief } from '@yeojeong/domain'
import { currencyOf, fixedVisit, lodgingRests, nearest, visitsOf, type Setting } from './candidates.ts'
import { SLOTS, compile, owes } from './compile.ts'
import { daysOf, type DayFrame } from './days.ts'
import { mealsFit } from './excuse.ts'
import { withinPace } from './bounds.ts'
import { fixedOf } from './fixed.ts'
import { mealHours } from './meal-hours.ts'
import { referenceUnits, saturationFor, tasteWeights, worthOf } from './objective.ts'
import { partyOf } from './party.ts'
import type { PlanInput, Prepared } from './problem.ts'
import { withoutDoubles } from './same-place.ts'
import { TripObjective } from './trip-objective.ts'
import type { Visit } from './visit.ts'
import { Ways, type LegSource } from './ways.ts'

/** Most sights, restaurants and resting places the solver looks at; the best by worth, the nearest to them. */
const MOST_SIGHTS = { few: 36, perSight: 6 }
const MEALS_AROUND = 2
const RESTS_AROUND = 1
/** Where there are so few, all of them. */
const FEW_PLACES = 24

export function modelLegs(brief: TripBrief): LegSource {
  const profile = travelProfileOf(brief.destination.regionId)
  const walkPace = walkPaceOf(brief.travellers)
  return (from, to, mode) => ({ ...estimateLeg(from, to, mode, profile, { walkPace }), source: 'model' })
}

export function settingOf(input: PlanInput, hurried: ReadonlySet<number> = new Set()): { readonly setting: Setting; readonly ways: Ways } {
  const { brief } = input
  const party = partyOf(brief.travellers, brief.pace)
  const ways = new Ways(input.legs ?? modelLegs(brief), brief, party)
  const days = daysOf(brief, party, fixedOf(brief, input.previous), ways, hurried)
  return { setting: { brief, party, days, holidays: input.holidays }, ways }
}

/**
 * @param needsOnly leaves out every sight nobody insists on: enough to tell whether what must be can be.
 * @param everyMeal looks at all restaurants and resting places, not only those near something.
 */
export function prepare(input: PlanInput, options: Options = {}): Prepared {
  const { previous } = input
  const before = previous === undefined ? [] : hurriedIn(previous.plan, settingOf(input).setting.days)
  const asked = [...(options.hurried ?? []), ...before]
  const usual = prepareWith(input, options, new Set(asked))
  const hungry = usual.setting.days.filter((day) => !day.hurried && hasNoMeal(usual, day)).map((day) => day.index)
  return hungry.length === 0 ? usual : prepareWith(input, options, new Set([...asked, ...hungry]))
}

/** Days a plan made in a hurry, by index: without the bag stops they could have, or with a meal outside its usual hours. They stay so. */
export function hurriedIn(plan: Plan, frames: readonly DayFrame[]): readonly number[] {
  return plan.days.flatMap(({ index, stops }) => {
    const frame = frames[index]
    if (frame === undefined) return []
    const ends = stops.filter(({ kind }) => kind === 'lodging' || kind === 'arrival' || kind === 'departure').length
    const hours = mealHours(frame)
    const early = stops.some(
      ({ meal, startMin }) => (meal === 'lunch' || meal === 'dinner') && (startMin < hours[meal].from || startMin > hours[meal].to),
    )
    return early || (frame.head.length + frame.tail.length > 2 && ends <= 2) ? [index] : []
  })
}

/** `hurried`: days already known to need the widest meal hours. */
type Options = { readonly needsOnly?: boolean; readonly everyMeal?: boolean; readonly hurried?: readonly number[] }

/** Meals are owed, perhaps a rest between them, and the usual hours, or taking the bags to the lodging, leave no room for them. */
function hasNoMeal(prepared: Prepared, day: DayFrame): boolean {
  const owed = SLOTS.filter((slot) => owes(day, slot, prepared.setting.party) && !day.fixed.some((f) => f.slot === slot))
  return !mealsFit(prepared, day.index, owed)
}

function prepareWith(input: PlanInput, options: Options, hurried: ReadonlySet<number>): Prepared {
  const needsOnly = options.needsOnly === true
  const { setting, ways } = settingOf(input, hurried)
  const currency = currencyOf(input.brief, input.places)
  const visits = withinPace(
    gather(input, setting, currency, { needsOnly, everyMeal: needsOnly || options.everyMeal === true }),
    setting,
    ways,
  )
  const compiled = compile(setting, visits, ways, input.legs === undefined)
  return { input, setting, ways, compiled, objective: objectiveOf(setting, visits), currency }
}

function gather(
  input: PlanInput,
  setting: Setting,
  currency: string,
  { needsOnly, everyMeal }: { readonly needsOnly: boolean; readonly everyMeal: boolean },
): readonly Visit[] {
  const { brief } = input
  const byId = new Map(input.places.map((place) => [place.id, place]))
  const fixed = setting.days.flatMap((day) => day.fixed).map((f) => fixedVisit(f, setting, byId))
  const taken = new Set(fixed.map((v) => v.group))
  const before = new Set(input.previous?.plan.days.flatMap((day) => day.stops.map((stop) => stop.refId)))
  const all = withoutDoubles(input.places, brief)
    .filter((place) => !taken.has(place.id))
    .flatMap((place) => visitsOf(place, setting, currency))
  const sights = bestSights(
    all.filter((v) => v.role === 'sight' && (v.required || !needsOnly)),
    setting,
    before,
  )
  const around = [
    ...setting.days.flatMap((day) => [day.head.at(-1)!.position, day.tail[0]!.position]),
    ...fixed.map((v) => v.position),
    ...sights.map((v) => v.position),
  ]
  const near = (role: 'meal' | 'rest', each: number): readonly Visit[] => {
    const some = all.filter((v) => v.role === role)
    const places = [...new Set(some.map((v) => v.place!))]
    if (everyMeal || places.length <= FEW_PLACES) return some
    const kept = new Set(nearest(places, distinct(around), each))
    return some.filter((v) => v.required || before.has(v.group) || kept.has(v.place!))
  }
  return [...fixed, ...sights, ...near('meal', MEALS_AROUND), ...near('rest', RESTS_AROUND), ...lodgingRests(setting)]
}

function distinct(points: readonly Place['position'][]): readonly Place['position'][] {
  return [...new Map(points.map((p) => [`${p.lat},${p.lng}`, p])).values()]
}

/** The sights worth most to this party, whatever the day; all that are required, and those of the plan before. */
function bestSights(sights: readonly Visit[], setting: Setting, before: ReadonlySet<string | null>): readonly Visit[] {
  const most = Math.max(MOST_SIGHTS.few, MOST_SIGHTS.perSight * setting.party.sightsADay * setting.days.length)
  const groups = new Set(sights.map((v) => v.group))
  if (groups.size <= most) return sights
  const worth = objectiveOf(setting, sights).worth
  const best = new Map<string, number>()
  sights.forEach((v, i) =>
    best.set(
      v.group,
      Math.max(best.get(v.group) ?? 0, v.required || v.place!.prominence >= 4 || before.has(v.group) ? Infinity : worth[i]!),
    ),
  )
  const kept = new Set(
    [...best]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, most)
      .map(([group]) => group),
  )
  return sights.filter((v) => kept.has(v.group))
}

function objectiveOf({ brief, party, days }: Setting, visits: readonly Visit[]): TripObjective {
  const worths = visits.map(worthOf)
  const tastes = party.travellers.map((t) => tasteWeights(t, brief.wishes, party))
  const length = daysBetween(brief.startDate, brief.endDate) + 1
  const saturation = saturationFor(length)
  // Of one pace for all, so that plans of different paces can be told apart by what they give.
  const stops = PACE_LIMITS.balanced.sights * days.length
  const groups = new Map([...new Set(visits.map((v) => v.group))].map((group, i) => [group, i]))
  return new TripObjective({
    worths,
    group: Int32Array.from(visits, (v) => groups.get(v.group)!),
    travellers: party.travellers,
    tastes,
    saturation,
    days: length,
    fairness: brief.wishes.fairness,
    reference: party.travellers.map((t, m) => referenceUnits(worths, t, tastes[m]!, saturation, stops)),
    budgetShare: Float64Array.from(visits, (v) => {
      if (brief.budget === null || v.cost === null || v.cost.currency !== brief.budget.currency) return 0
      return v.cost.amount / Math.max(1, brief.budget.amount)
    }),
  })
}
