import type { Plan, Stop } from '@yeojeong/domain'
import type { Prepared } from './problem.ts'
import type { Visit } from './visit.ts'

/** The plan before, as far as its stops are still possible, and everything fixed: what the search begins with. Visit numbers by day, in order. */
export function warmStart(prepared: Prepared): readonly (readonly number[])[] {
  const { previous } = prepared.input
  return previous === undefined ? toursOf(prepared, []) : translateStops(prepared, previous.plan)
}

/** A plan's stops as visit numbers, by day and in order; those that are no possible visit any more are left out. */
export function translateStops(prepared: Prepared, plan: Plan): readonly (readonly number[])[] {
  return toursOf(
    prepared,
    plan.days.map((day) => day.stops),
  )
}

function toursOf({ setting, compiled: { visits } }: Prepared, before: readonly (readonly Stop[])[]): readonly (readonly number[])[] {
  return setting.days.map(({ index }) => {
    const fixed = visits.flatMap((v, i) => (v.fixed?.day === index ? [{ i, at: v.fixed.startMin }] : []))
    const kept = (before[index] ?? []).flatMap((stop) => {
      const i = visits.findIndex((v) => isVisitOf(v, stop, index))
      return i < 0 ? [] : [{ i, at: stop.startMin }]
    })
    return [...fixed, ...kept].sort((a, b) => a.at - b.at).map(({ i }) => i)
  })
}

function isVisitOf(visit: Visit, stop: Stop, day: number): boolean {
  if (visit.fixed !== null || visit.role !== stop.kind || visit.meal !== stop.meal || visit.windows[day]!.length === 0) return false
  return (visit.place?.id ?? visit.lodging?.id) === stop.refId && visit.short === isShort(visit, stop)
}

/** The shorter of a visit's two forms is the one meant when the stay was nearer to it. */
function isShort({ place, role }: Visit, stop: Stop): boolean {
  if (role !== 'sight' || place === null) return false
  return place.stay.ideal - place.stay.min >= 15 && stop.endMin - stop.startMin < (place.stay.min + place.stay.ideal) / 2
}

/** Tours of one preparation in the visit numbers of another of the same trip; what it does not have is left out. */
export function translate(from: Prepared, to: Prepared, tours: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const numbers = new Map(to.compiled.visits.map((visit, i) => [keyOf(visit), i]))
  return tours.map((tour) => tour.flatMap((v) => numbers.get(keyOf(from.compiled.visits[v]!)) ?? []))
}

function keyOf({ role, group, slot, short }: Visit): string {
  return `${role}|${group}|${slot}|${short}`
}
