import { err, type ItineraryCommand, type Place, type Plan } from '@yeojeong/domain'
import type { StepEffect, StepJob, StepOutcome } from '@yeojeong/durable-objects/itinerary-saga'
import { changeItinerary } from '../commands/change-itinerary.ts'
import type { Deps } from '../deps.ts'
import { frameOf } from '../planning/frame.ts'
import { curatedOf } from './curate.ts'
import { done } from './outcome.ts'
import { snapshotOf } from './snapshot.ts'
import { solvedOf } from './solve.ts'
import { verifiedOf } from './verify.ts'

/** The plan, or the reasons why there is none, become history. */
export function commitStep(deps: Pick<Deps, 'streams' | 'hints' | 'now'>): StepEffect {
  return {
    async run(job) {
      return change(deps, await recordOf(job), job)
    },
    async undo(job) {
      return change(deps, { type: 'WithdrawItinerary', failure: job.failure ?? 'internal' }, job)
    },
  }
}

async function change(deps: Pick<Deps, 'streams' | 'hints' | 'now'>, command: ItineraryCommand, job: StepJob): Promise<StepOutcome> {
  const about = { itineraryId: job.itineraryId, actor: job.ctx.principal.userId, cause: job.key }
  const changed = await changeItinerary(deps, command, about)
  if (changed.ok) return done
  return err({ code: 'internal', retryable: changed.error.code === 'version_conflict' })
}

async function recordOf(job: StepJob): Promise<ItineraryCommand> {
  const [solved, verified, brief, { basis }] = await Promise.all([solvedOf(job), verifiedOf(job), curatedOf(job), snapshotOf(job)])
  const { places, degraded, attribution } = verified
  const frame = frameOf(brief)
  const { seed } = solved
  const { request, siblings } = job.input
  const asked = { ...brief.wishes, pace: request.pace ?? null }
  const provenance = { degraded, attribution }
  if (solved.kind === 'infeasible') return { type: 'DeclinePlan', data: { frame, seed, infeasible: solved.infeasible, provenance } }
  return {
    type: 'RecordPlan',
    data: { frame, seed, plan: solved.plan, places: placesIn(solved.plan, places), provenance, asked, basis, siblings },
  }
}

/** The facts a reader of the plan needs. */
export function placesIn(plan: Plan, places: readonly Place[]): readonly Place[] {
  const used = new Set(plan.days.flatMap((day) => day.stops.map((stop) => stop.refId)))
  return places.filter((place) => used.has(place.id))
}
