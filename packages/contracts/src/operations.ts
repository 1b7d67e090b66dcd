import * as z from 'zod'
import { SagaEvent } from './events.ts'
import { ItineraryId } from './ids.ts'
import { PlanningStep } from './planning.ts'

/** What an operator may do with a planning that halted: try its compensation again, leave it undone and say why, or end it as it is. */
export const SagaAction = z
  .discriminatedUnion('action', [
    z.object({ action: z.literal('retry') }),
    z.object({ action: z.literal('skip'), reason: z.string().trim().min(3).max(500) }),
    z.object({ action: z.literal('fail'), reason: z.string().trim().min(3).max(500) }),
  ])
  .meta({ id: 'SagaAction' })
export type SagaAction = z.infer<typeof SagaAction>

/** A planning that a person has to look at, or that has not moved for too long. */
export const AttentionItem = z
  .object({
    itineraryId: ItineraryId,
    kind: z.enum(['needs_attention', 'stuck']),
    step: PlanningStep.nullable(),
    code: z.string(),
    since: z.iso.datetime(),
  })
  .meta({ id: 'AttentionItem' })
export type AttentionItem = z.infer<typeof AttentionItem>

/** What the reconciling job has found and done since it was first run. */
export const ReconcileCount = z
  .object({ checked: z.number().int(), repaired: z.number().int(), rounds: z.number().int(), ranAt: z.iso.datetime().nullable() })
  .meta({ id: 'ReconcileCount' })
export type ReconcileCount = z.infer<typeof ReconcileCount>
export const OpsOverview = z.object({ attention: z.array(AttentionItem), reconcile: ReconcileCount }).meta({ id: 'OpsOverview' })
export type OpsOverview = z.infer<typeof OpsOverview>

/** A planning with its journal: codes and times only. */
export const SagaReport = z
  .object({
    itineraryId: ItineraryId,
    status: z.enum(['running', 'compensating', 'needs_attention', 'completed', 'failed']),
    step: PlanningStep.nullable(),
    failure: z.string().nullable(),
    /** Steps whose compensation is still owed, the last one first to run. */
    undo: z.array(PlanningStep),
    acceptedAt: z.iso.datetime(),
    /** When it wakes up next; null = not by itself. */
    alarmAt: z.iso.datetime().nullable(),
    journal: z.array(SagaEvent),
  })
  .meta({ id: 'SagaReport' })
export type SagaReport = z.infer<typeof SagaReport>
