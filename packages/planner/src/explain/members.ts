import { INTERESTS, type MemberReport, type Reason } from '@yeojeong/domain'
import type { Assembled } from '../trip/assemble.ts'
import { unitsFor, worthOf } from '../trip/objective.ts'
import type { Prepared } from '../trip/problem.ts'
import { reason } from './codes.ts'

/** How each traveller fares: their satisfaction as the objective counts it, their best stop, and what they miss. */
export function memberReports(
  { setting, objective }: Prepared,
  tours: readonly (readonly number[])[],
  { visitOf }: Assembled,
): readonly MemberReport[] {
  objective.clear()
  tours.forEach((tour, t) => tour.forEach((v) => objective.add(v, t)))
  const satisfaction = objective.satisfaction()
  const least = Math.min(...satisfaction)
  const visits = [...visitOf.values()].filter((v) => v.role === 'sight')
  return setting.party.travellers.map((traveller, m) => {
    const weights = objective.tastesOf(m)
    const had = new Float64Array(INTERESTS.length)
    let best: { placeId: string; interest: string; value: number } | null = null
    for (const visit of visits) {
      const units = unitsFor(worthOf(visit), traveller)
      units.forEach((u, i) => (had[i] = had[i]! + u))
      const value = units.reduce((sum, u, i) => sum + u * weights[i]!, 0)
      if (best !== null && value <= best.value) continue
      const strongest = units.reduce((top, u, i) => (u * weights[i]! > units[top]! * weights[top]! ? i : top), 0)
      best = { placeId: visit.place!.id, interest: INTERESTS[strongest]!, value }
    }
    const reasons: Reason[] = best === null ? [] : [reason('best-stop', { placeId: best.placeId, interest: best.interest })]
    INTERESTS.forEach((interest, i) => {
      if ((traveller.tastes[interest] ?? 0) >= 2 && interest !== 'food' && had[i]! < 0.05)
        reasons.push(reason('interest-missing', { interest }))
    })
    const unequal = satisfaction.length > 1 && Math.max(...satisfaction) - least > 0.05
    if (unequal && satisfaction[m] === least) reasons.push(reason('least-served', {}))
    return { travellerId: traveller.id, satisfaction: Math.round(satisfaction[m]! * 1000) / 1000, reasons }
  })
}
