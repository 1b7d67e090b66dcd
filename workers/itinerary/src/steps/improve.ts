import type { StepEffect } from '@yeojeong/durable-objects/itinerary-saga'
import { changeItinerary } from '../commands/change-itinerary.ts'
import type { Deps } from '../deps.ts'
import type { Solver } from '../planning/solver.ts'
import { placesIn } from './commit.ts'
import { done } from './outcome.ts'
import { isFit, problemOf, solvedOf } from './solve.ts'

/**
 * After the ten steps, for a plan that was cut short: the search goes on from it, on the very same problem, and what is
 * better becomes the next version, unless something has happened to the itinerary meanwhile. Run again it changes nothing.
 */
export function improveEffect({ solve, check }: Solver, deps: Pick<Deps, 'streams' | 'hints' | 'now'>): StepEffect['run'] {
  return async (job) => {
    const [problem, solved] = await Promise.all([problemOf(job), solvedOf(job)])
    if (solved.kind === 'infeasible') return done
    const found = await solve({ ...problem, previous: { plan: solved.plan, lockedStopIds: [] } }, () => undefined)
    if (!found.ok || !isFit(check, problem, found.value, job)) return done
    const command = { type: 'ImprovePlan', plan: found.value, places: placesIn(found.value, problem.places) } as const
    const about = { itineraryId: job.itineraryId, actor: job.ctx.principal.userId, cause: job.key }
    const changed = await changeItinerary(deps, command, about)
    // Also where an attempt before this one made the version and died: its hint may have died with it.
    if (changed.ok && changed.value.version > 1) await job.publish()
    return done
  }
}
