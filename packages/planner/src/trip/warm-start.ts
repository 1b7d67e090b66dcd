import type { Prepared } from './prepare.ts'

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
