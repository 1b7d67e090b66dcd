import { ItineraryId, PlanningSubject, type DayView, type PlanningProgress, type SagaReport } from '@yeojeong/contracts'
import type { PlanningSubject as Subject, SagaEvent, SagaState, StepSpec } from '@yeojeong/domain'
import * as z from 'zod'
import { PlanningInput } from './planning-effects.ts'

export const SagaCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('StartPlanning'), id: ItineraryId, fingerprint: z.string(), subject: PlanningSubject, input: PlanningInput }),
  z.object({ type: z.literal('CancelPlanning'), by: z.string() }),
  z.object({ type: z.literal('RetryCompensation'), by: z.string() }),
  z.object({ type: z.literal('SkipCompensation'), by: z.string(), reason: z.string() }),
  z.object({ type: z.literal('ForceFailure'), by: z.string(), reason: z.string() }),
])
export type SagaCommand = z.infer<typeof SagaCommand>
export const Version = z.number().int().positive()

/** What a planning looks like from outside its object. */
export type SagaStatus = { readonly subject: Subject; readonly acceptedAt: number; readonly progress: PlanningProgress }

/** Nothing more happens by itself. */
export function hasEnded(state: SagaState): boolean {
  return state.status === 'completed' || state.status === 'failed' || state.status === 'needs_attention'
}

export function statusOf(state: SagaState, now: { percent: number; version: number; draft: DayView[] | null }): SagaStatus {
  if (state.status === 'new') throw new Error('saga: nothing is planned here')
  const progress: PlanningProgress = {
    itineraryId: state.id,
    status: publicStatus(state),
    step: state.status === 'running' ? state.step : null,
    percent: now.percent,
    version: now.version,
    failure: 'failure' in state ? state.failure : null,
    draft: now.draft,
  }
  return { subject: state.subject, acceptedAt: state.acceptedAt, progress }
}

function publicStatus(state: Exclude<SagaState, { status: 'new' }>): PlanningProgress['status'] {
  if (state.status === 'completed') return state.verdict
  return state.status === 'failed' || state.status === 'needs_attention' ? state.status : 'planning'
}

/** 0 … 100: what the finished steps count for, and `share` of the one at hand. */
export function percentOf(state: SagaState, specs: readonly StepSpec[], share: number): number {
  if (state.status !== 'running') return state.status === 'new' ? 0 : 100
  const index = specs.findIndex((spec) => spec.step === state.step)
  const before = specs[index - 1]?.percent ?? 0
  return Math.round(before + ((specs[index]?.percent ?? 100) - before) * share)
}

/** A planning as an operator sees it; `alarmAt` in epoch milliseconds. */
export function reportOf(state: SagaState, journal: readonly SagaEvent[], alarmAt: number | null): SagaReport {
  if (state.status === 'new') throw new Error('saga: nothing is planned here')
  const undo = 'undo' in state ? state.undo.toReversed() : []
  return {
    itineraryId: state.id,
    status: state.status,
    step: 'step' in state ? state.step : (undo[0] ?? null),
    failure: 'failure' in state ? state.failure : null,
    undo,
    acceptedAt: new Date(state.acceptedAt).toISOString(),
    alarmAt: alarmAt === null ? null : new Date(alarmAt).toISOString(),
    journal: [...journal],
  }
}
