import type { Prepared } from './prepare.ts'
import type { Visit } from './visit.ts'

/** The plan before, as far as its stops are still possible, and everything fixed: what the search begins with. Visit numbers by day, in order. */
export function warmStart({ input, setting, compiled }: Prepared): readonly (readonly number[])[] {
  const { visits } = compiled
  const before = input.previous?.plan.days ?? []
  return setting.days.map((day) => {
    const fixed = visits.flatMap((v, i) => (v.fixed?.day === day.index ? [{ i, at: v.fixed.startMin }] : []))
    const kept = (before[day.index]?.stops ?? []).flatMap((stop) => {
      const i = visits.findIndex((v) => v.fixed === null && v.role === stop.kind && !v.short && v.meal === stop.meal && (v.place?.id ?? v.lodging?.id) === stop.refId && v.windows[day.index]!.length > 0)
      return i < 0 ? [] : [{ i, at: stop.startMin }]
    })
    return [...fixed, ...kept].sort((a, b) => a.at - b.at).map(({ i }) => i)
  })
}

/** Tours of one preparation in the visit numbers of another of the same trip; what it does not have is left out. */
export function translate(from: Prepared, to: Prepared, tours: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const numbers = new Map(to.compiled.visits.map((visit, i) => [keyOf(visit), i]))
  return tours.map((tour) => tour.flatMap((v) => numbers.get(keyOf(from.compiled.visits[v]!)) ?? []))
}

function keyOf({ role, group, slot, short }: Visit): string {
  return `${role}|${group}|${slot}|${short}`
}
