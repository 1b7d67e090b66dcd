import type { Plan } from '@yeojeong/domain'
import { prepare } from './prepare.ts'
import type { PlanInput } from './problem.ts'
import { translateStops } from './warm-start.ts'

/** What a plan gives each traveller by a trip's own count, 0 … 1, in the order of its travellers: also a plan made for other tastes. */
export function satisfactionIn(input: PlanInput, plan: Plan): readonly number[] {
  const prepared = prepare({ ...input, previous: { plan, lockedStopIds: [] } })
  prepared.objective.clear()
  translateStops(prepared, plan).forEach((tour, t) => tour.forEach((visit) => prepared.objective.add(visit, t)))
  return prepared.objective.satisfaction()
}
