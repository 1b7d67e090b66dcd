import { serviceError, type ServiceError } from '@yeojeong/contracts'
import {
  addDays,
  daysBetween,
  err,
  ok,
  type Content,
  type DayPlan,
  type Infeasible,
  type Pins,
  type Plan,
  type Result,
  type TripBrief,
  type Warning,
} from '@yeojeong/domain'
import { editPlan, type PlanInput } from '@yeojeong/planner'
import { frameOf } from '../planning/frame.ts'
import { placesIn } from '../steps/commit.ts'
import { inputOf, type Workshop } from './workshop.ts'

/** Looks for the best plan from where the one before ended. */
export type Search = (input: PlanInput) => Promise<Result<Plan, Infeasible>>

/**
 * The plan made anew for the trip as it is now: all of it, or one day. What is locked or set to a time stays, notes and
 * locks are kept, and so is the order of what still fits.
 */
export async function replan(
  content: Content,
  day: number | null,
  workshop: Workshop,
  search: Search,
): Promise<Result<Content, ServiceError>> {
  const before = aligned(content, workshop)
  if (day !== null && before.days[day] === undefined) return err(serviceError('edit_impossible', 'The itinerary has no such day.'))
  const input = { ...inputOf(workshop, content.seed), previous: { plan: before, lockedStopIds: kept(before, content, day) } }
  const strict = await search(input)
  const found = strict.ok || day === null ? strict : await search({ ...input, brief: asMet(workshop.brief, before) })
  if (!found.ok) {
    return err(
      serviceError('plan_impossible', 'What is locked, booked and wished for cannot all be.', {
        infeasible: mutableInfeasible(found.error),
      }),
    )
  }
  const whole = day === null ? found.value : retold(onlyDay(before, found.value, day), day, input, content.pins)
  const plan = withWords(whole, before)
  const pins = Object.fromEntries(
    Object.entries(content.pins).filter(([id]) => plan.days.some(({ stops }) => stops.some((stop) => stop.id === id))),
  )
  return ok({ ...content, plan, pins, places: placesIn(plan, workshop.places), frame: frameOf(workshop.brief), basis: workshop.basis })
}

/**
 * The plan before on the trip's dates of today: each day where its date is now, or where its place in the trip is when
 * no date is the same. Locks hold only where the date does.
 */
function aligned({ plan, frame }: Content, { brief }: Workshop): Plan {
  if (frame.startDate === brief.startDate && frame.endDate === brief.endDate) return plan
  const count = daysBetween(brief.startDate, brief.endDate) + 1
  const byDate = new Map(plan.days.map((day) => [day.date, day]))
  const overlaps = plan.days.some(({ date }) => date >= brief.startDate && date <= brief.endDate)
  const days = Array.from({ length: count }, (_, index): DayPlan => {
    const date = addDays(brief.startDate, index)
    const old = overlaps ? byDate.get(date) : plan.days[index]
    if (old === undefined) return { index, date, stops: [], walkM: 0, movingMin: 0 }
    return { ...old, index, date, stops: old.date === date ? old.stops : old.stops.map((stop) => ({ ...stop, locked: false })) }
  })
  return { ...plan, days }
}

/** Stops that must stay: those set to a time and, when one day is planned, all others' days. Locked ones stay of themselves. */
function kept(plan: Plan, { pins }: Content, day: number | null): readonly string[] {
  const others = plan.days.filter(({ index }) => day !== null && index !== day).flatMap(({ stops }) => stops.map(({ id }) => id))
  return [...Object.keys(pins), ...others]
}

/** What of the trip's wishes and budget holds now: a day need not mend what is wrong with the others, and makes it no worse. */
function asMet(brief: TripBrief, { days, cost: { known } }: Plan): TripBrief {
  const there = new Set(days.flatMap(({ stops }) => stops.map(({ refId }) => refId)))
  const { budget, wishes } = brief
  const spent = known !== null && known.currency === budget?.currency ? known.amount : 0
  return {
    ...brief,
    budget: budget === null ? null : { ...budget, amount: Math.max(budget.amount, spent) },
    wishes: { ...wishes, mustSee: wishes.mustSee.filter((id) => there.has(id)) },
  }
}

/** Other days stay as they are, with the warnings about them: the planner, to whom they are fixed, would find its own faults in them. */
function onlyDay(before: Plan, found: Plan, day: number): Plan {
  const isOther = ({ day: of }: Warning): boolean => of !== null && of !== day
  return {
    ...found,
    days: before.days.map((old) => (old.index === day ? found.days[day]! : old)),
    warnings: [...before.warnings.filter(isOther), ...found.warnings.filter((warning) => !isOther(warning))],
  }
}

/** What is said of a plan put together of two, said again of the whole: why a stop is there hangs on what else is. */
function retold(plan: Plan, day: number, input: PlanInput, pins: Pins): Plan {
  const stop = plan.days[day]!.stops.find(({ kind }) => kind === 'sight' || kind === 'meal' || kind === 'rest')
  const told = stop === undefined ? null : editPlan(input, plan, { type: 'retime', stopId: stop.id }, pins)
  return told?.ok === true ? told.value : plan
}

/** Notes and locks are the traveller's, whatever the planner made of the stop. */
function withWords(plan: Plan, before: Plan): Plan {
  const old = new Map(before.days.flatMap(({ stops }) => stops.map((stop) => [stop.id, stop] as const)))
  const days = plan.days.map((day) => ({
    ...day,
    stops: day.stops.map((stop) => ({ ...stop, locked: old.get(stop.id)?.locked ?? false, note: old.get(stop.id)?.note ?? null })),
  }))
  return { ...plan, days }
}

function mutableInfeasible({ conflict, relaxations }: Infeasible): Infeasible {
  return { conflict: [...conflict], relaxations: [...relaxations] }
}
