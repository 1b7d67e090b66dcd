import { PLANNING_SPECS } from '@yeojeong/domain'
import type { PlanningEffects } from '@yeojeong/durable-objects/itinerary-saga'
import type { Deps } from '../deps.ts'
import { projectView, removeView } from '../projections/project-view.ts'
import { commitStep } from '../steps/commit.ts'
import { curateStep } from '../steps/curate.ts'
import { gatherStep } from '../steps/gather.ts'
import { improveEffect } from '../steps/improve.ts'
import { linkStep } from '../steps/link.ts'
import { openStep } from '../steps/open.ts'
import { publishStep } from '../steps/publish.ts'
import { reserveStep } from '../steps/reserve.ts'
import { snapshotStep } from '../steps/snapshot.ts'
import { solveStep } from '../steps/solve.ts'
import { verifyStep } from '../steps/verify.ts'
import { curateByRules } from './curator.ts'
import { tripSolver, type Solver } from './solver.ts'

/** The ten steps and what else the saga's shell needs, wired to this Worker. */
export function planningEffects(deps: Deps, solver: Solver = tripSolver()): PlanningEffects {
  return {
    now: deps.now,
    specs: PLANNING_SPECS,
    sealer: deps.journalSealer,
    steps: {
      snapshot: snapshotStep(deps),
      open: openStep(deps),
      reserve: reserveStep(deps),
      gather: gatherStep(deps),
      verify: verifyStep(deps),
      curate: curateStep(curateByRules),
      solve: solveStep(solver, deps.now, deps.config.planDeadlineMs),
      commit: commitStep(deps),
      link: linkStep(deps),
      publish: publishStep(),
    },
    improve: improveEffect(solver, deps),
    project: (itineraryId) => projectView(deps, itineraryId),
    unproject: (itineraryId) => removeView(deps, itineraryId),
    async erase(itineraryId) {
      await removeView(deps, itineraryId)
      await deps.erasure.erase(itineraryId)
    },
    async attend(itineraryId, halted) {
      if (halted === null) return deps.operations.settle(itineraryId)
      await deps.operations.raise({ itineraryId, kind: 'needs_attention', ...halted, since: deps.now() })
    },
  }
}
