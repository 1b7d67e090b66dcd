import type { Direction } from './event.ts'
import type { PlanningStep } from './planning-steps.ts'
import type { Compensating, Running, SagaState } from './state.ts'

export type ActiveSaga = Running | Compensating

/** The step at hand: the one that runs, or the newest one still to be undone. */
export function atHand(state: ActiveSaga): { readonly step: PlanningStep; readonly direction: Direction } {
  if (state.status === 'running') return { step: state.step, direction: 'run' }
  const step = state.undo.at(-1)
  if (step === undefined) throw new Error('saga: compensating with nothing to undo')
  return { step, direction: 'undo' }
}

/** What the shell does next. `attempt`: decide `BeginAttempt`, write it down, then carry the effect out. */
export type SagaAction =
  | { readonly kind: 'attempt'; readonly step: PlanningStep; readonly direction: Direction }
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'rest' }

/** Read from the state alone, so that a process that woke up from a crash knows as much as the one that died. */
export function nextAction(state: SagaState, now: number): SagaAction {
  if (state.status !== 'running' && state.status !== 'compensating') return { kind: 'rest' }
  const { attempt } = state
  if (attempt.phase === 'due' && attempt.dueAt > now) return { kind: 'wait', until: attempt.dueAt }
  return { kind: 'attempt', ...atHand(state) }
}
