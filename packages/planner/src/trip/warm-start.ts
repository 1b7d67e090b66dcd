import type { Plan, Stop } from '@yeojeong/domain'
import type { Prepared } from './problem.ts'
import { fitsDay } from './tour-check.ts'
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

function toursOf(prepared: Prepared, before: readonly (readonly Stop[])[]): readonly (readonly number[])[] {
  const { setting, compiled } = prepared
  const { visits } = compiled
  return setting.days.map(({ index }) => {
    const fixed = visits.flatMap((v, i) => (v.fixed?.day === index ? [{ i, at: v.fixed.startMin }] : []))
    const kept = (before[index] ?? []).flatMap((stop) => {
      const forms = visits.flatMap((v, i) => (isVisitOf(v, stop, index) ? [i] : []))
      const i = forms.find((v) => visits[v]!.short === isShort(visits[v]!, stop)) ?? forms[0]
      return i === undefined ? [] : [{ i, at: stop.startMin }]
    })
    const tour = [...fixed, ...kept].sort((a, b) => a.at - b.at).map(({ i }) => i)
    return fitsDay(prepared, tour, index) ? tour : tour.map((v) => brief(visits, v))
  })
}

/** The short form of a visit, where it has one: stays that were stretched into a day's idle minutes may not fit at their usual length. */
function brief(visits: readonly Visit[], v: number): number {
  const { group, role } = visits[v]!
  const short = visits.findIndex((visit) => visit.group === group && visit.role === role && visit.short)
  return short < 0 ? v : short
}

function isVisitOf(visit: Visit, stop: Stop, day: number): boolean {
  if (visit.fixed !== null || visit.role !== stop.kind || visit.meal !== stop.meal || visit.windows[day]!.length === 0) return false
  return (visit.place?.id ?? visit.lodging?.id) === stop.refId
}

/** The shorter of a visit's two forms is meant by any stay that is not a whole one: what fitted then fits again. */
function isShort({ place, role }: Visit, stop: Stop): boolean {
  return role === 'sight' && place !== null && stop.endMin - stop.startMin < place.stay.ideal
}

/** Tours of one preparation in the visit numbers of another of the same trip; what it does not have is left out. */
export function translate(from: Prepared, to: Prepared, tours: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const numbers = new Map(to.compiled.visits.map((visit, i) => [keyOf(visit), i]))
  return tours.map((tour) => tour.flatMap((v) => numbers.get(keyOf(from.compiled.visits[v]!)) ?? []))
}

function keyOf({ role, group, slot, short }: Visit): string {
  return `${role}|${group}|${slot}|${short}`
}
