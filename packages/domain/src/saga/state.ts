import type { Direction, PlanningSubject, SagaEvent, Verdict } from './event.ts'
import type { PlanningStep } from './planning-steps.ts'

/**
 * The attempt at hand. `begun` with nobody working on it means that the process died inside it: its outcome is unknown
 * and it is run again under the same key. `number` counts attempts, `failures` those known to have failed.
 */
export type Attempt =
  | { readonly phase: 'due'; readonly number: number; readonly failures: number; readonly dueAt: number }
  | { readonly phase: 'begun'; readonly number: number; readonly failures: number; readonly deadlineAt: number }

type Accepted = { readonly id: string; readonly fingerprint: string; readonly subject: PlanningSubject; readonly acceptedAt: number }

export type Running = Accepted & {
  readonly status: 'running'
  readonly step: PlanningStep
  readonly attempt: Attempt
  /** Steps whose compensation is registered, oldest first. */
  readonly undo: readonly PlanningStep[]
  readonly verdict: Verdict | null
  readonly cancelledBy: string | null
}
export type Compensating = Accepted & {
  readonly status: 'compensating'
  /** What is left to undo; the last is at hand. */
  readonly undo: readonly PlanningStep[]
  readonly attempt: Attempt
  readonly failure: string
}
export type NeedsAttention = Accepted & {
  readonly status: 'needs_attention'
  readonly undo: readonly PlanningStep[]
  readonly failure: string
  /** The compensation that keeps failing, and how. */
  readonly step: PlanningStep
  readonly code: string
}
export type SagaState =
  | { readonly status: 'new' }
  | Running
  | Compensating
  | NeedsAttention
  | (Accepted & { readonly status: 'completed'; readonly verdict: Verdict; readonly endedAt: number })
  | (Accepted & { readonly status: 'failed'; readonly failure: string; readonly endedAt: number })

export const newSaga: SagaState = { status: 'new' }

/** The key of a step's effect: the same in every attempt, so that whoever carries it out can tell a repeat. */
export function effectKey(sagaId: string, step: PlanningStep, direction: Direction): string {
  return `${sagaId}/${step}/${direction}`
}

/** The state after one more entry of the journal. Throws on an order of events that `decide` never writes. */
export function evolveSaga(state: SagaState, event: SagaEvent): SagaState {
  if (state.status === 'new') {
    if (event.type !== 'PlanningAccepted') throw new Error(`saga journal: ${event.type} before PlanningAccepted`)
    const { id, fingerprint, subject, at } = event
    return {
      id,
      fingerprint,
      subject,
      acceptedAt: at,
      status: 'running',
      step: event.first,
      attempt: firstAttempt(at),
      undo: [],
      verdict: null,
      cancelledBy: null,
    }
  }
  if (state.status === 'running') return evolveRunning(state, event)
  if (state.status === 'compensating') return evolveCompensating(state, event)
  if (state.status === 'needs_attention') return evolveHalted(state, event)
  throw new Error(`saga journal: ${event.type} after ${state.status}`)
}

function evolveRunning(state: Running, event: SagaEvent): SagaState {
  switch (event.type) {
    case 'AttemptBegan': {
      const registered = !event.compensable || state.undo.includes(event.step)
      return { ...state, attempt: begun(state.attempt, event), undo: registered ? state.undo : [...state.undo, event.step] }
    }
    case 'AttemptSucceeded': {
      const verdict = event.verdict ?? state.verdict
      return event.next === null ? { ...state, verdict } : { ...state, verdict, step: event.next, attempt: firstAttempt(event.at) }
    }
    case 'AttemptFailed':
      return { ...state, attempt: failed(state.attempt, event.retryAt) }
    case 'CancelRequested':
      return { ...state, cancelledBy: event.by }
    case 'CompensationBegan':
      return { ...accepted(state), status: 'compensating', undo: state.undo, failure: event.failure, attempt: firstAttempt(event.at) }
    case 'PlanningCompleted':
      return { ...accepted(state), status: 'completed', verdict: event.verdict, endedAt: event.at }
    default:
      throw new Error(`saga journal: ${event.type} while running`)
  }
}

function evolveCompensating(state: Compensating, event: SagaEvent): SagaState {
  switch (event.type) {
    case 'AttemptBegan':
      return { ...state, attempt: begun(state.attempt, event) }
    case 'AttemptSucceeded':
      return { ...state, undo: state.undo.slice(0, -1), attempt: firstAttempt(event.at) }
    case 'AttemptFailed':
      return { ...state, attempt: failed(state.attempt, event.retryAt) }
    case 'AttentionNeeded':
      return { ...accepted(state), status: 'needs_attention', undo: state.undo, failure: state.failure, step: event.step, code: event.code }
    case 'PlanningFailed':
      return { ...accepted(state), status: 'failed', failure: event.failure, endedAt: event.at }
    default:
      throw new Error(`saga journal: ${event.type} while compensating`)
  }
}

function evolveHalted(state: NeedsAttention, event: SagaEvent): SagaState {
  const { undo, failure } = state
  switch (event.type) {
    case 'CompensationRetried':
      return { ...accepted(state), status: 'compensating', undo, failure, attempt: firstAttempt(event.at) }
    case 'CompensationSkipped':
      return { ...accepted(state), status: 'compensating', undo: undo.slice(0, -1), failure, attempt: firstAttempt(event.at) }
    case 'FailureForced':
      return { ...accepted(state), status: 'failed', failure, endedAt: event.at }
    default:
      throw new Error(`saga journal: ${event.type} while halted`)
  }
}

function accepted({ id, fingerprint, subject, acceptedAt }: Accepted): Accepted {
  return { id, fingerprint, subject, acceptedAt }
}

function firstAttempt(dueAt: number): Attempt {
  return { phase: 'due', number: 1, failures: 0, dueAt }
}

function begun(attempt: Attempt, event: { readonly number: number; readonly deadlineAt: number }): Attempt {
  return { phase: 'begun', number: event.number, failures: attempt.failures, deadlineAt: event.deadlineAt }
}

function failed(attempt: Attempt, retryAt: number | null): Attempt {
  const failures = attempt.failures + 1
  return retryAt === null ? { ...attempt, failures } : { phase: 'due', number: attempt.number + 1, failures, dueAt: retryAt }
}
