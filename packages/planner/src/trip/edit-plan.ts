import { err, ok, type DayPlan, type Place, type Plan, type Result } from '@yeojeong/domain'
import { droppedOf } from '../explain/dropped.ts'
import { memberReports } from '../explain/members.ts'
import { withReasons } from '../explain/stop-reasons.ts'
import { warningsOf } from '../explain/warnings.ts'
import type { MealCause } from '../explain/codes.ts'
import { costOfPlan } from './assemble.ts'
import { currencyOf } from './candidates.ts'
import type { NoMeal } from './missing.ts'
import { applyEdit, outlineOf, type Edited, type EditRefusal, type Outline, type Pins, type PlanEdit } from './outline.ts'
import { hurriedIn, prepare, settingOf } from './prepare.ts'
import type { PlanInput } from './problem.ts'
import { rebuild, retime, visitFor, type Retimed, type Retiming } from './retime.ts'
import type { Visit } from './visit.ts'
import { translateStops } from './warm-start.ts'

/**
 * A plan with one change of a traveller's, the days it touches timed anew and everything said about the plan said again. What was asked for is done
 * even where it breaks a rule: telling so is the checker's part. Locked stops and bookings keep their times, other days stay as they are.
 */
export function editPlan(input: PlanInput, plan: Plan, edit: PlanEdit, pins: Pins = {}): Result<Plan, EditRefusal> {
  const places = new Map(input.places.map((place) => [place.id, place]))
  const edited = applyEdit(outlineOf(plan, places), edit, (id) => places.get(id) ?? null, input.brief.tripId)
  if (!edited.ok) return edited
  const about = retimingOf(input, plan, pins, edited.value.itemId)
  const chosen = cheapest(about, edited.value)
  if (chosen === null) return err({ code: 'does_not_fit' })
  const days = plan.days.map((day) => {
    const times = chosen.times.get(day.index)
    return times === undefined ? day : rebuild(about, about.setting.days[day.index]!, chosen.outline[day.index]!, times)
  })
  return ok(retold(input, about, plan, days))
}

/** The days' frames as the plan has them, with what is locked, booked or pinned in its place. */
function retimingOf(input: PlanInput, plan: Plan, pins: Pins, touched: string | null): Retiming {
  const pinned = Object.keys(pins).filter((id) => pins[id]!.startMin !== null)
  const previous = { plan: withPins(plan, pins), lockedStopIds: pinned }
  const usual = settingOf({ ...input, previous })
  const hurried = hurriedIn(plan, usual.setting.days)
  const { setting, ways } = hurried.length === 0 ? usual : settingOf({ ...input, previous }, new Set(hurried))
  return { setting, ways, currency: currencyOf(input.brief, input.places), pins, touched }
}

function withPins(plan: Plan, pins: Pins): Plan {
  const days = plan.days.map((day) => ({
    ...day,
    stops: day.stops.map((stop) => {
      const startMin = pins[stop.id]?.startMin ?? null
      return startMin === null || stop.locked
        ? stop
        : { ...stop, startMin, endMin: startMin + (pins[stop.id]!.stayMin ?? stop.endMin - stop.startMin) }
    }),
  }))
  return { ...plan, days }
}

type Chosen = { readonly outline: Outline; readonly times: ReadonlyMap<number, Retimed> }

/** Of the possible orders the one that bends the fewest hours, then the one with the shortest ways. */
function cheapest(about: Retiming, { options, days }: Edited): Chosen | null {
  let best: (Chosen & { readonly cost: number }) | null = null
  for (const outline of options) {
    const times = new Map<number, Retimed>()
    for (const day of days) {
      const frame = about.setting.days[day]
      const found = frame === undefined ? null : retime(about, frame, outline[day]!)
      if (found !== null) times.set(day, found)
    }
    if (times.size < days.length) continue
    const cost = [...times.values()].reduce((sum, { level, wayMin }) => sum + level * 10_000 + wayMin, 0)
    if (best === null || cost < best.cost) best = { outline, times, cost }
  }
  return best
}

/** Reasons, warnings, totals and each traveller's share of a plan whose days have changed. */
function retold(input: PlanInput, about: Retiming, before: Plan, days: readonly DayPlan[]): Plan {
  const { setting } = about
  const places = new Map<string, Place>(input.places.map((place) => [place.id, place]))
  const plan: Plan = { ...before, days }
  const prepared = prepare({ ...input, previous: { plan, lockedStopIds: [] } }, { everyMeal: true })
  const visitOf = new Map<string, Visit>()
  outlineOf(plan, places).forEach((items, day) => {
    for (const item of items) {
      const frame = setting.days[day]
      if (frame === undefined) continue
      // What is locked was chosen once, and is told as if it were free.
      const free = item.role === 'booking' ? item : { ...item, stop: item.stop === null ? null : { ...item.stop, locked: false } }
      visitOf.set(item.id, visitFor({ ...about, pins: {} }, frame, free, 0))
    }
  })
  const told = withReasons({ ...prepared, setting }, { days, visitOf, timed: [] })
  const tours = translateStops(prepared, plan)
  const there = new Set(days.flatMap((day) => day.stops.map((stop) => stop.refId)))
  const cost = costOfPlan(told, about.currency)
  const members = memberReports(prepared, tours, { days: told, visitOf, timed: [] })
  const score = Math.round(prepared.objective.value() * 100) / 100
  return {
    days: told,
    dropped: droppedOf(prepared, tours)
      .filter(({ placeId }) => !there.has(placeId))
      .map((one) => ({ ...one, wished: input.brief.wishes.mustSee.includes(one.placeId) })),
    members,
    cost,
    warnings: warningsOf({ ...prepared, setting }, told, cost.unknownStops, mealsMissed(before, days)),
    score,
  }
}

/** What could not be had before is still not to be had, unless the traveller has found it. */
function mealsMissed(before: Plan, days: readonly DayPlan[]): readonly NoMeal[] {
  return before.warnings.flatMap(({ code, params, day }): NoMeal[] => {
    const slot = params['meal']
    if (code !== 'no-meal-found' || day === null || (slot !== 'lunch' && slot !== 'dinner')) return []
    return days[day]?.stops.some((stop) => stop.meal === slot) === true ? [] : [{ day, slot, cause: params['cause'] as MealCause }]
  })
}
