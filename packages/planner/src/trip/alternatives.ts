import type { Money, Plan, Stop } from '@yeojeong/domain'
import { UNREACHABLE } from '../core/model.ts'
import { ceilGrid } from './days.ts'
import { prepare } from './prepare.ts'
import type { PlanInput, Prepared } from './problem.ts'
import { startsIn, type Visit } from './visit.ts'
import { translateStops } from './warm-start.ts'

/** Another place for one stop of a plan, everything else staying as it is. Differences are new minus old. */
export type Alternative = {
  readonly placeId: string
  readonly startMin: number
  readonly endMin: number
  readonly cost: Money | null
  /** Points of the objective; above 0 the plan gets better by it. */
  readonly points: number
  readonly wayMin: number
  readonly walkM: number
  /** In the trip's currency; null where either cost is unknown. */
  readonly costChange: number | null
  readonly members: readonly { readonly travellerId: string; readonly satisfaction: number }[]
}

const MOST = 12

/**
 * What else fits the slot of a stop, best first: places of the same role that are open, that everybody can go to, and that can be reached from
 * the stop before and left for the stop after without moving either. Empty for a stop that is no sight, meal or rest.
 */
export function alternativesFor(input: PlanInput, plan: Plan, stopId: string): readonly Alternative[] {
  const slot = slotOf(plan, stopId)
  if (slot === null) return []
  const prepared = prepare(input, { everyMeal: true })
  const tours = translateStops(prepared, plan)
  const there = new Set(plan.days.flatMap((day) => day.stops.map((stop) => stop.refId)))
  const role = slot.stop.kind
  const options = prepared.compiled.visits.flatMap((visit, v) =>
    visit.role === role && visit.meal === slot.stop.meal && visit.place !== null && !visit.short && !there.has(visit.place.id) ? [v] : [],
  )
  const judged = options.flatMap((v) => judge(prepared, plan, tours, slot, v) ?? [])
  return judged.sort((a, b) => b.points - a.points || (a.placeId < b.placeId ? -1 : 1)).slice(0, MOST)
}

type Slot = {
  readonly day: number
  readonly stop: Stop
  readonly before: Stop
  readonly after: Stop
  readonly isFirst: boolean
  readonly isLast: boolean
}

function slotOf(plan: Plan, stopId: string): Slot | null {
  for (const { index, stops } of plan.days) {
    const i = stops.findIndex((stop) => stop.id === stopId)
    const [stop, before, after] = [stops[i], stops[i - 1], stops[i + 1]]
    if (stop === undefined || before === undefined || after === undefined) continue
    if (stop.kind !== 'sight' && stop.kind !== 'meal' && stop.kind !== 'rest') return null
    return {
      day: index,
      stop,
      before,
      after,
      isFirst: before.kind === 'lodging' || before.kind === 'arrival',
      isLast: after.kind === 'lodging' || after.kind === 'departure',
    }
  }
  return null
}

function judge(prepared: Prepared, plan: Plan, tours: readonly (readonly number[])[], slot: Slot, v: number): Alternative | null {
  const visit = prepared.compiled.visits[v]!
  const [into, onward] = [
    prepared.ways.between(slot.before.position, visit.position),
    prepared.ways.between(visit.position, slot.after.position),
  ]
  if (into === null || onward === null) return null
  const oldWays = [
    prepared.ways.between(slot.before.position, slot.stop.position),
    prepared.ways.between(slot.stop.position, slot.after.position),
  ]
  const wayMin = into.durationMin + onward.durationMin - oldWays.reduce((sum, way) => sum + (way?.durationMin ?? 0), 0)
  const inside = (one: Visit['place']): number => (slot.stop.kind === 'sight' ? (one?.insideWalkM ?? 0) : 0)
  const old = prepared.input.places.find((place) => place.id === slot.stop.refId) ?? null
  const walkM = into.walkM + onward.walkM + inside(visit.place) - inside(old) - oldWays.reduce((sum, way) => sum + (way?.walkM ?? 0), 0)
  const times = timesIn(prepared, visit, slot, into.durationMin, onward.durationMin)
  if (times === null || !withinLimits(prepared, plan, slot, visit, { wayMin, walkM })) return null
  const change = objectiveChange(prepared, tours, slot, v)
  const costChange = visit.cost === null || slot.stop.cost === null ? null : visit.cost.amount - slot.stop.cost.amount
  const travelPoints = wayMin * prepared.compiled.model.travelPrice[slot.day]!
  return {
    placeId: visit.place!.id,
    ...times,
    cost: visit.cost,
    points: round(change.points - travelPoints),
    wayMin,
    walkM,
    costChange,
    members: change.members,
  }
}

/** The usual stay where it fits between the neighbours and into an opening, else as much of it as does. */
function timesIn(
  { setting }: Prepared,
  visit: Visit,
  slot: Slot,
  intoMin: number,
  onwardMin: number,
): { startMin: number; endMin: number } | null {
  const frame = setting.days[slot.day]!
  const from = ceilGrid((slot.isFirst ? Math.min(slot.before.endMin, frame.earliest) : slot.before.endMin) + intoMin)
  const until = (slot.isLast ? frame.latest : slot.after.startMin) - onwardMin
  const wanted = Math.max(from, slot.isFirst ? Math.min(slot.stop.startMin, until - visit.stay.ideal) : from)
  for (let stay = Math.min(visit.stay.ideal, until - from); stay >= visit.stay.min; stay -= 5) {
    for (const window of visit.windows[slot.day]!) {
      const starts = startsIn(window, stay)
      if (starts === null) continue
      const start = ceilGrid(Math.max(wanted, starts.from))
      if (start <= starts.to && start + stay <= until) return { startMin: start, endMin: start + stay }
    }
  }
  return null
}

function withinLimits(
  { input, setting, compiled }: Prepared,
  plan: Plan,
  slot: Slot,
  visit: Visit,
  change: { wayMin: number; walkM: number },
): boolean {
  const day = plan.days[slot.day]!
  const moving = compiled.model.resources.find((r) => r.name === 'moving')?.tourCap?.[slot.day] ?? UNREACHABLE
  if (change.wayMin > 0 && day.movingMin + change.wayMin > moving + setting.days[slot.day]!.fixedMovingMin) return false
  if (change.walkM > 0 && day.walkM + change.walkM > setting.party.walkDayM) return false
  const { budget } = input.brief
  const more = (visit.cost?.amount ?? 0) - (slot.stop.cost?.amount ?? 0)
  return budget === null || more <= 0 || (plan.cost.known?.amount ?? 0) + more <= budget.amount
}

function objectiveChange(
  { objective, compiled, setting }: Prepared,
  tours: readonly (readonly number[])[],
  slot: Slot,
  v: number,
): { points: number; members: Alternative['members'] } {
  objective.clear()
  tours.forEach((tour, t) => tour.forEach((other) => objective.add(other, t)))
  const [value, shares] = [objective.value(), objective.satisfaction()]
  const old = tours[slot.day]!.find(
    (other) => compiled.visits[other]!.place?.id === slot.stop.refId && compiled.visits[other]!.role === slot.stop.kind,
  )
  if (old !== undefined) objective.remove(old, slot.day)
  objective.add(v, slot.day)
  const after = objective.satisfaction()
  return {
    points: objective.value() - value,
    members: setting.party.travellers.map((t, m) => ({
      travellerId: t.id,
      satisfaction: Math.round((after[m]! - shares[m]!) * 1000) / 1000,
    })),
  }
}

const round = (points: number): number => Math.round(points * 100) / 100
