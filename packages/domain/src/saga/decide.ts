import { err, ok, type Result } from '../result.ts'
import type { PlanningSubject, SagaEvent, Verdict } from './event.ts'
import type { PlanningStep } from './planning-steps.ts'
import { atHand, type ActiveSaga } from './next-action.ts'
import { effectKey, evolveSaga, type NeedsAttention, type Running, type SagaState } from './state.ts'
import { backoffMs, type RetryPolicy, type StepSpec } from './step.ts'

export type SagaInput =
  | { readonly type: 'StartPlanning'; readonly id: string; readonly fingerprint: string; readonly subject: PlanningSubject }
  /** The shell is about to carry out whatever `nextAction` says is due. */
  | { readonly type: 'BeginAttempt' }
  | (Outcome & { readonly type: 'EffectSucceeded'; readonly verdict: Verdict | null })
  | (Outcome & { readonly type: 'EffectFailed'; readonly code: string; readonly retryable: boolean })
  | { readonly type: 'CancelPlanning'; readonly by: string }
  | { readonly type: 'RetryCompensation'; readonly by: string }
  | { readonly type: 'SkipCompensation'; readonly by: string; readonly reason: string }
  | { readonly type: 'ForceFailure'; readonly by: string; readonly reason: string }
type Outcome = { readonly key: string; readonly number: number }

/** `too_late`: what was asked for would undo a planning that has ended well. `not_halted`: there is nothing for an operator to decide. */
export type SagaRefusal = { readonly code: 'idempotency_key_reused' | 'too_late' | 'not_found' | 'not_halted' }
export type SagaSetting = { readonly now: number; readonly steps: readonly StepSpec[] }

/** How often one step may die with the process before it is taken for the cause. */
export const CRASH_ALLOWANCE = 20

type Decision = Result<readonly SagaEvent[], SagaRefusal>
const nothing: Decision = ok([])

/** What happens to a saga on an input, as events for its journal. Inputs that come twice or too late change nothing. */
export function decideSaga(input: SagaInput, state: SagaState, setting: SagaSetting): Decision {
  if (input.type === 'StartPlanning') return start(input, state, setting)
  if (state.status === 'new') return err({ code: 'not_found' })
  if (input.type === 'CancelPlanning') return cancel(input.by, state, setting)
  if (input.type === 'RetryCompensation' || input.type === 'SkipCompensation' || input.type === 'ForceFailure') {
    return state.status === 'needs_attention' ? ok(resolve(input, state, setting.now)) : err({ code: 'not_halted' })
  }
  if (state.status !== 'running' && state.status !== 'compensating') return nothing
  if (input.type === 'BeginAttempt') return begin(state, setting)
  const answersAttempt = state.attempt.phase === 'begun' && state.attempt.number === input.number && keyOf(state) === input.key
  if (!answersAttempt) return nothing
  return input.type === 'EffectSucceeded' ? succeed(state, input.verdict, setting) : fail(state, input.code, input.retryable, setting)
}

function keyOf(state: ActiveSaga): string {
  const { step, direction } = atHand(state)
  return effectKey(state.id, step, direction)
}

function start(input: SagaInput & { type: 'StartPlanning' }, state: SagaState, { now, steps }: SagaSetting): Decision {
  if (state.status !== 'new') return state.fingerprint === input.fingerprint ? nothing : err({ code: 'idempotency_key_reused' })
  const first = steps[0]
  if (first === undefined) throw new Error('saga: no steps')
  return ok([
    { type: 'PlanningAccepted', id: input.id, fingerprint: input.fingerprint, subject: input.subject, first: first.step, at: now },
  ])
}

function cancel(by: string, state: Exclude<SagaState, { status: 'new' }>, { now }: SagaSetting): Decision {
  if (state.status === 'completed') return err({ code: 'too_late' })
  if (state.status !== 'running' || state.cancelledBy !== null) return nothing
  const requested: SagaEvent = { type: 'CancelRequested', by, at: now }
  // An effect under way is awaited first, so that its compensation cannot overtake it.
  return ok(state.attempt.phase === 'begun' ? [requested] : [requested, ...compensate(state, 'cancelled', now)])
}

type Resolution = Extract<SagaInput, { readonly type: 'RetryCompensation' | 'SkipCompensation' | 'ForceFailure' }>

/** What a person decided about a halted saga. */
function resolve(input: Resolution, { undo, step, failure }: NeedsAttention, at: number): readonly SagaEvent[] {
  if (input.type === 'RetryCompensation') return [{ type: 'CompensationRetried', by: input.by, at }]
  const { by, reason } = input
  if (input.type === 'ForceFailure') return [{ type: 'FailureForced', by, reason, at }]
  const skipped: SagaEvent = { type: 'CompensationSkipped', step, by, reason, at }
  return undo.length === 1 ? [skipped, { type: 'PlanningFailed', failure, at }] : [skipped]
}

function begin(state: ActiveSaga, setting: SagaSetting): Decision {
  const { attempt } = state
  const { now } = setting
  const unknownOutcome = attempt.phase === 'begun'
  if (!unknownOutcome && attempt.dueAt > now) return nothing
  if (unknownOutcome && state.status === 'running' && state.cancelledBy !== null) return ok(compensate(state, 'cancelled', now))
  if (attempt.number - attempt.failures > CRASH_ALLOWANCE) return fail(state, 'internal', false, setting)
  const { step, direction } = atHand(state)
  const number = unknownOutcome ? attempt.number + 1 : attempt.number
  const deadlineAt = now + policyOf(state, setting).deadlineMs
  const compensable = direction === 'run' && specOf(step, setting).undo !== null
  return ok([{ type: 'AttemptBegan', step, direction, number, at: now, deadlineAt, compensable }])
}

function succeed(state: ActiveSaga, verdict: Verdict | null, { now, steps }: SagaSetting): Decision {
  const { step, direction } = atHand(state)
  const done = { type: 'AttemptSucceeded', step, direction, number: state.attempt.number, at: now } as const
  if (state.status === 'compensating') {
    const next = state.undo.at(-2) ?? null
    const undone: SagaEvent = { ...done, verdict: null, next }
    return ok(next === null ? [undone, { type: 'PlanningFailed', failure: state.failure, at: now }] : [undone])
  }
  const next = steps[steps.findIndex((spec) => spec.step === step) + 1]?.step ?? null
  const event: SagaEvent = { ...done, verdict, next }
  if (state.cancelledBy !== null) return ok([event, ...compensate(state, 'cancelled', now)])
  if (next !== null) return ok([event])
  return ok([event, { type: 'PlanningCompleted', verdict: verdict ?? state.verdict ?? 'ready', at: now }])
}

function fail(state: ActiveSaga, code: string, retryable: boolean, setting: SagaSetting): Decision {
  const { now } = setting
  const retryAt = retryTime(state, retryable, setting)
  const event: SagaEvent = { type: 'AttemptFailed', ...atHand(state), number: state.attempt.number, code, retryAt, at: now }
  if (state.status === 'compensating') {
    return ok(retryAt === null ? [event, { type: 'AttentionNeeded', step: atHand(state).step, code, at: now }] : [event])
  }
  if (state.cancelledBy !== null) return ok([event, ...compensate(state, 'cancelled', now)])
  return ok(retryAt === null ? [event, ...compensate(state, code, now)] : [event])
}

/** When to try again; null = no more. A compensation is tried to the end whatever it answers: nobody else will do it. */
function retryTime(state: ActiveSaga, retryable: boolean, setting: SagaSetting): number | null {
  const policy = policyOf(state, setting)
  const failures = state.attempt.failures + 1
  const crashing = state.attempt.number - state.attempt.failures > CRASH_ALLOWANCE
  if (crashing || failures >= policy.attempts || (state.status === 'running' && !retryable)) return null
  return setting.now + backoffMs(policy.backoff, failures, keyOf(state))
}

function compensate(state: Running, failure: string, now: number): readonly SagaEvent[] {
  const began: SagaEvent = { type: 'CompensationBegan', failure, at: now }
  return state.undo.length === 0 ? [began, { type: 'PlanningFailed', failure, at: now }] : [began]
}

function specOf(step: PlanningStep, { steps }: SagaSetting): StepSpec {
  const spec = steps.find((candidate) => candidate.step === step)
  if (spec === undefined) throw new Error(`saga: no spec for step ${step}`)
  return spec
}

function policyOf(state: ActiveSaga, setting: SagaSetting): RetryPolicy {
  const { step, direction } = atHand(state)
  const policy = specOf(step, setting)[direction]
  if (policy === null) throw new Error(`saga: step ${step} has no compensation`)
  return policy
}

/** State after a decision's events. */
export function evolveSagaAll(state: SagaState, events: readonly SagaEvent[]): SagaState {
  return events.reduce(evolveSaga, state)
}
