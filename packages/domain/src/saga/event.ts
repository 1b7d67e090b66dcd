import type { Destination } from '../trip/brief.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { PlanningStep } from './planning-steps.ts'

/** What is being planned, without a word of the traveller's own: it stays in the journal when the rest is erased. */
export type PlanningSubject = {
  readonly ownerId: string
  readonly tripId: string
  readonly destination: Destination
  readonly startDate: PlainDate
  readonly endDate: PlainDate
}

/** A step forward, or its compensation. */
export type Direction = 'run' | 'undo'

/** How a planning that went through came out: with a plan, or with the reasons why there can be none. */
export type Verdict = 'ready' | 'infeasible'

type AttemptRef = { readonly step: PlanningStep; readonly direction: Direction; readonly number: number; readonly at: number }

/** The saga's journal, in order. `at`, `…At`: epoch milliseconds. Codes only: an error's words may be somebody's data. */
export type SagaEvent =
  | {
      readonly type: 'PlanningAccepted'
      readonly id: string
      readonly fingerprint: string
      readonly subject: PlanningSubject
      readonly first: PlanningStep
      readonly at: number
    }
  /** Written before the effect runs. With `compensable`, this is also what registers the step's compensation. */
  | (AttemptRef & { readonly type: 'AttemptBegan'; readonly deadlineAt: number; readonly compensable: boolean })
  | (AttemptRef & { readonly type: 'AttemptSucceeded'; readonly verdict: Verdict | null; readonly next: PlanningStep | null })
  /** `retryAt` null: given up. */
  | (AttemptRef & { readonly type: 'AttemptFailed'; readonly code: string; readonly retryAt: number | null })
  | { readonly type: 'CancelRequested'; readonly by: string; readonly at: number }
  | { readonly type: 'CompensationBegan'; readonly failure: string; readonly at: number }
  /** A compensation keeps failing: the saga halts here until a person has looked. */
  | { readonly type: 'AttentionNeeded'; readonly step: PlanningStep; readonly code: string; readonly at: number }
  /** An operator's decisions on a halted saga: once more, without this one, or not at all. `reason`: their words. */
  | { readonly type: 'CompensationRetried'; readonly by: string; readonly at: number }
  | { readonly type: 'CompensationSkipped'; readonly step: PlanningStep; readonly by: string; readonly reason: string; readonly at: number }
  | { readonly type: 'FailureForced'; readonly by: string; readonly reason: string; readonly at: number }
  | { readonly type: 'PlanningCompleted'; readonly verdict: Verdict; readonly at: number }
  | { readonly type: 'PlanningFailed'; readonly failure: string; readonly at: number }
