import { CallContext, DayView, ItineraryId, PlanRequest, TripId } from '@yeojeong/contracts'
import { PACES, type ItineraryFrame, type PlanningStep, type Result, type StepSpec, type Verdict } from '@yeojeong/domain'
import type { Sealer } from '@yeojeong/worker-kit'
import * as z from 'zod'

/** What a planning was asked for. Sealed in the journal, and erased from it when the planning ends. */
export const PlanningInput = z.object({
  ctx: CallContext,
  tripId: TripId,
  request: PlanRequest,
  /** The plans of other paces that were asked for with it. */
  siblings: z.array(z.object({ itineraryId: ItineraryId, pace: z.enum(PACES) })).default([]),
})
export type PlanningInput = z.infer<typeof PlanningInput>

/** One attempt at one step, or at its compensation. */
export type StepJob = {
  readonly itineraryId: string
  /** The same in every attempt: whoever carries the effect out tells a repeat by it. */
  readonly key: string
  readonly input: PlanningInput
  /** The context to call other Workers with: the user's, with this attempt's deadline. */
  readonly ctx: CallContext
  readonly frame: ItineraryFrame
  /** When the planning was accepted, epoch milliseconds. */
  readonly acceptedAt: number
  /** Why the planning is being undone; null while it runs. */
  readonly failure: string | null
  /** What an earlier step left; `undefined` if it left nothing. */
  output(step: PlanningStep): Promise<unknown>
  /** The first days there are, for those who watch; `share` 0 … 1 of this step. */
  report(share: number, draft: DayView[] | null): void
  /** Writes the newest view, through the itinerary's only writer. */
  publish(): Promise<void>
  unpublish(): Promise<void>
}

/** `unfinished`: good enough to go on with, and worth more work once the planning has ended. */
export type StepDone = { readonly output?: unknown; readonly verdict?: Verdict; readonly unfinished?: true }
export type StepFailure = { readonly code: string; readonly retryable: boolean }
export type StepOutcome = Result<StepDone, StepFailure>

/** A step's effect and, where something outlives it, how to undo it. Both may be run again under the same key. */
export type StepEffect = {
  run(job: StepJob): Promise<StepOutcome>
  undo?(job: StepJob): Promise<StepOutcome>
}

/** What the saga's shell needs from the Worker that hosts it. */
export type PlanningEffects = {
  now(): number
  readonly specs: readonly StepSpec[]
  readonly steps: { readonly [S in PlanningStep]: StepEffect }
  /** Goes on with what a step left unfinished; run once more when it answers a failure or dies. */
  readonly improve: StepEffect['run']
  /** Writes or removes the view as the newest stored state says; answers that state's version, null for none. */
  project(itineraryId: string): Promise<number | null>
  /** Removes the view. */
  unproject(itineraryId: string): Promise<void>
  /** Whatever is stored of the itinerary is gone. */
  erase(itineraryId: string): Promise<void>
  /** Tells operators that a planning halted (with the compensation that keeps failing), or that it no longer does (null). */
  attend(itineraryId: string, halted: { readonly step: PlanningStep; readonly code: string } | null): Promise<void>
  readonly sealer: Sealer
}
