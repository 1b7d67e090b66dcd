import type { Plan, Reason } from '@yeojeong/domain'
import { whyDropped } from '../explain/dropped.ts'
import { prepare } from './prepare.ts'
import type { PlanInput } from './problem.ts'
import { translateStops } from './warm-start.ts'

/** For places that are not in a plan: the constraint that keeps each out, as far as there is one; those that could be in get no entry. */
export function whyLeftOut(input: PlanInput, plan: Plan, placeIds: readonly string[]): ReadonlyMap<string, Reason> {
  if (placeIds.length === 0) return new Map()
  const prepared = prepare({ ...input, previous: { plan, lockedStopIds: [] } }, { everyMeal: true })
  const tours = translateStops(prepared, plan)
  const wanted = input.places.filter((place) => placeIds.includes(place.id))
  return new Map(
    wanted.flatMap((place) => {
      const why = whyDropped(prepared, tours, place)
      return why === null ? [] : [[place.id, why] as const]
    }),
  )
}
