import type { Setting } from './candidates.ts'
import type { Visit } from './visit.ts'
import type { Ways } from './ways.ts'

/** Where something fixed pulls a day beyond the hours of the pace, everything chosen still keeps to them. */
export function withinPace(visits: readonly Visit[], { days, party }: Setting, ways: Ways): readonly Visit[] {
  const wide = days.map((day) => ({ early: day.index > 0 && day.from < party.dayStart, late: day.until > party.dayEnd }))
  if (!wide.some(({ early, late }) => early || late)) return visits
  return visits.map((visit) => {
    if (visit.fixed !== null) return visit
    const windows = visit.windows.map((list, d) => {
      const { early, late } = wide[d]!
      if (list.length === 0 || (!early && !late)) return list
      const there = ways.between(days[d]!.head.at(-1)!.position, visit.position)?.durationMin ?? 0
      const back = ways.between(visit.position, days[d]!.tail[0]!.position)?.durationMin ?? 0
      return list.map((w) => ({
        ...w,
        from: early ? Math.max(w.from, party.dayStart + there) : w.from,
        ...(late ? { endBy: party.dayEnd - back } : {}),
      }))
    })
    return { ...visit, windows }
  })
}
