import { expect, test } from 'vitest'
import type { SagaEvent } from './event.ts'
import { nextAction } from './next-action.ts'
import type { PlanningStep } from './planning-steps.ts'
import { CRASH_ALLOWANCE, decideSaga, evolveSagaAll, type SagaInput } from './decide.ts'
import { newSaga, type SagaState } from './state.ts'
import { backoffMs, type RetryPolicy, type StepSpec } from './step.ts'

const policy: RetryPolicy = { deadlineMs: 100, attempts: 3, backoff: { firstMs: 10, factor: 2, maxMs: 1_000 } }
/** Four steps are enough: two that must be undone, one that need not, and an end. */
const steps: readonly StepSpec[] = [
  { step: 'snapshot', run: policy, undo: null, percent: 10 },
  { step: 'open', run: policy, undo: policy, percent: 20 },
  { step: 'reserve', run: policy, undo: policy, percent: 30 },
  { step: 'solve', run: policy, undo: null, percent: 100 },
]
const ID = 'itn_a'
const subject = {
  ownerId: 'usr_a',
  tripId: 'trp_a',
  destination: { regionId: 'seoul', name: { en: 'Seoul' }, center: { lat: 37.5, lng: 127 }, countryCode: 'KR', timeZone: 'Asia/Seoul' },
  startDate: '2026-05-04',
  endDate: '2026-05-06',
}
const startPlanning: SagaInput = { type: 'StartPlanning', id: ID, fingerprint: 'f1', subject }

/** Inputs one after another, each accepted; the events of all. */
function given(...inputs: readonly (SagaInput | { at: number; input: SagaInput })[]): SagaState {
  return inputs.reduce((state: SagaState, entry) => {
    const { at, input } = 'at' in entry ? entry : { at: 0, input: entry }
    return evolveSagaAll(state, when(input, state, at))
  }, newSaga)
}
function when(input: SagaInput, state: SagaState, now = 0): readonly SagaEvent[] {
  const decision = decideSaga(input, state, { now, steps })
  if (!decision.ok) throw new Error(decision.error.code)
  return decision.value
}
const types = (events: readonly SagaEvent[]): string[] => events.map((event) => event.type)
const begin: SagaInput = { type: 'BeginAttempt' }
const succeeded = (step: PlanningStep, number = 1, direction = 'run'): SagaInput => ({
  type: 'EffectSucceeded',
  key: `${ID}/${step}/${direction}`,
  number,
  verdict: null,
})
const failed = (step: PlanningStep, number = 1, retryable = true, direction = 'run'): SagaInput => ({
  type: 'EffectFailed',
  key: `${ID}/${step}/${direction}`,
  number,
  code: 'broken',
  retryable,
})
const through = (...done: readonly PlanningStep[]): SagaInput[] => [startPlanning, ...done.flatMap((step) => [begin, succeeded(step)])]

test('a planning is accepted once: a repeat changes nothing, another request under its key is refused', () => {
  expect(types(when(startPlanning, newSaga))).toEqual(['PlanningAccepted'])
  const accepted = given(startPlanning)
  expect(when(startPlanning, accepted)).toEqual([])
  expect(decideSaga({ ...startPlanning, fingerprint: 'f2' }, accepted, { now: 0, steps })).toEqual({
    ok: false,
    error: { code: 'idempotency_key_reused' },
  })
})

test('each step follows the one before, and the last one ends the planning with its verdict', () => {
  const state = given(...through('snapshot', 'open', 'reserve'), begin)
  expect(nextAction(given(...through('snapshot')), 0)).toEqual({ kind: 'attempt', step: 'open', direction: 'run' })
  const last = when({ type: 'EffectSucceeded', key: `${ID}/solve/run`, number: 1, verdict: 'infeasible' }, state)
  expect(types(last)).toEqual(['AttemptSucceeded', 'PlanningCompleted'])
  expect(evolveSagaAll(state, last)).toMatchObject({ status: 'completed', verdict: 'infeasible' })
})

test('the verdict of an earlier step is the verdict of the whole', () => {
  const solved: SagaInput = { type: 'EffectSucceeded', key: `${ID}/open/run`, number: 1, verdict: 'infeasible' }
  const state = given(...through('snapshot'), begin, solved, begin, succeeded('reserve'), begin, succeeded('solve'))
  expect(state).toMatchObject({ status: 'completed', verdict: 'infeasible' })
})

test('a compensation is registered before its step runs, and once however often the step is tried', () => {
  const begun = given(...through('snapshot'), begin)
  expect(begun).toMatchObject({ status: 'running', step: 'open', undo: ['open'] })
  const again = given(...through('snapshot'), begin, failed('open'), { at: 1_000, input: begin })
  expect(again).toMatchObject({ undo: ['open'], attempt: { phase: 'begun', number: 2 } })
})

test('a passing failure is tried again after a pause, under the same key, until the policy is used up', () => {
  const once = given(startPlanning, begin, failed('snapshot'))
  const pause = nextAction(once, 0)
  expect(pause).toEqual({ kind: 'wait', until: backoffMs(policy.backoff, 1, `${ID}/snapshot/run`) })
  expect(when(begin, once, 0)).toEqual([])
  const twice = given(
    startPlanning,
    begin,
    failed('snapshot'),
    { at: 100, input: begin },
    { at: 100, input: failed('snapshot', 2) },
    { at: 300, input: begin },
  )
  expect(types(when(failed('snapshot', 3), twice, 300))).toEqual(['AttemptFailed', 'CompensationBegan', 'PlanningFailed'])
})

test('a final failure is not tried again', () => {
  const state = given(...through('snapshot', 'open'), begin)
  expect(types(when(failed('reserve', 1, false), state))).toEqual(['AttemptFailed', 'CompensationBegan'])
})

test('compensations run newest first, the failed step included, and end in a failed planning that says why', () => {
  const failing = given(...through('snapshot', 'open'), begin, failed('reserve', 1, false))
  expect(failing).toMatchObject({ status: 'compensating', undo: ['open', 'reserve'], failure: 'broken' })
  expect(nextAction(failing, 0)).toEqual({ kind: 'attempt', step: 'reserve', direction: 'undo' })
  const one = evolveSagaAll(failing, [...when(begin, failing)])
  const two = evolveSagaAll(one, when(succeeded('reserve', 1, 'undo'), one))
  expect(nextAction(two, 0)).toEqual({ kind: 'attempt', step: 'open', direction: 'undo' })
  const three = evolveSagaAll(two, when(begin, two))
  const last = evolveSagaAll(three, when(succeeded('open', 1, 'undo'), three))
  expect(last).toMatchObject({ status: 'failed', failure: 'broken' })
  expect(nextAction(last, 1e12)).toEqual({ kind: 'rest' })
})

test('a compensation that keeps failing halts the saga for a person, with what is left to undo', () => {
  let state = given(...through('snapshot', 'open'), begin, failed('reserve', 1, false))
  for (let number = 1, now = 0; number <= policy.attempts; number++, now += 1_000) {
    state = evolveSagaAll(state, when(begin, state, now))
    // A compensation is tried again even where the answer says that it is of no use.
    state = evolveSagaAll(state, when(failed('reserve', number, false, 'undo'), state, now))
  }
  expect(state).toMatchObject({ status: 'needs_attention', step: 'reserve', code: 'broken', undo: ['open', 'reserve'], failure: 'broken' })
  expect(nextAction(state, 1e12)).toEqual({ kind: 'rest' })
})

test('an attempt whose outcome nobody knows is run again under the same key, and its late answer counts for nothing', () => {
  const died = given(...through('snapshot'), begin)
  expect(nextAction(died, 0)).toEqual({ kind: 'attempt', step: 'open', direction: 'run' })
  const again = evolveSagaAll(died, when(begin, died))
  expect(again).toMatchObject({ step: 'open', attempt: { phase: 'begun', number: 2, failures: 0 } })
  expect(when(succeeded('open', 1), again)).toEqual([])
  expect(when(failed('open', 1), again)).toEqual([])
  expect(types(when(succeeded('open', 2), again))).toEqual(['AttemptSucceeded'])
})

test('crashes do not use up the retries, and a step that keeps killing the process is given up', () => {
  let state = given(startPlanning)
  for (let crash = 0; crash < CRASH_ALLOWANCE; crash++) state = evolveSagaAll(state, when(begin, state))
  expect(types(when(failed('snapshot', CRASH_ALLOWANCE), state))).toEqual(['AttemptFailed'])
  expect(evolveSagaAll(state, when(failed('snapshot', CRASH_ALLOWANCE), state))).toMatchObject({ status: 'running' })
  state = evolveSagaAll(state, when(begin, state))
  expect(types(when(begin, state))).toEqual(['AttemptFailed', 'CompensationBegan', 'PlanningFailed'])
})

test('a cancelled planning is compensated: at once between attempts, after its outcome within one', () => {
  const cancel: SagaInput = { type: 'CancelPlanning', by: 'usr_a' }
  expect(types(when(cancel, given(...through('snapshot', 'open'))))).toEqual(['CancelRequested', 'CompensationBegan'])
  expect(types(when(cancel, given(startPlanning)))).toEqual(['CancelRequested', 'CompensationBegan', 'PlanningFailed'])
  const within = given(...through('snapshot'), begin, cancel)
  expect(within).toMatchObject({ status: 'running', cancelledBy: 'usr_a' })
  expect(evolveSagaAll(within, when(succeeded('open'), within))).toMatchObject({
    status: 'compensating',
    undo: ['open'],
    failure: 'cancelled',
  })
  expect(evolveSagaAll(within, when(failed('open'), within))).toMatchObject({
    status: 'compensating',
    undo: ['open'],
    failure: 'cancelled',
  })
  // The process died before the outcome was known: the compensation is registered, so nothing need be tried again.
  expect(evolveSagaAll(within, when(begin, within))).toMatchObject({ status: 'compensating', undo: ['open'] })
})

test('what has ended well cannot be cancelled, and a second cancel changes nothing', () => {
  const cancel: SagaInput = { type: 'CancelPlanning', by: 'usr_a' }
  const done = given(...through('snapshot', 'open', 'reserve', 'solve'))
  expect(decideSaga(cancel, done, { now: 0, steps })).toEqual({ ok: false, error: { code: 'too_late' } })
  expect(when(cancel, given(...through('snapshot'), cancel))).toEqual([])
  expect(decideSaga(cancel, newSaga, { now: 0, steps })).toEqual({ ok: false, error: { code: 'not_found' } })
})

test('pauses grow to their limit, differ between sagas and are the same on a replay', () => {
  const { backoff } = policy
  const waits = [1, 2, 3, 20].map((failures) => backoffMs(backoff, failures, 'a'))
  for (const [index, whole] of [10, 20, 40, 1_000].entries()) {
    expect(waits[index]).toBeGreaterThanOrEqual(whole / 2)
    expect(waits[index]).toBeLessThanOrEqual(whole)
  }
  expect(backoffMs(backoff, 20, 'a')).toBe(waits[3])
  expect(new Set(['a', 'b', 'c', 'd', 'e'].map((key) => backoffMs(backoff, 20, key))).size).toBeGreaterThan(1)
})

function halted(): SagaState {
  let state = given(...through('snapshot', 'open'), begin, failed('reserve', 1, false))
  for (let number = 1, now = 0; number <= policy.attempts; number++, now += 1_000) {
    state = evolveSagaAll(state, when(begin, state, now))
    state = evolveSagaAll(state, when(failed('reserve', number, true, 'undo'), state, now))
  }
  return state
}
const after = (state: SagaState, input: SagaInput): SagaState => evolveSagaAll(state, when(input, state))

test('an operator can have the compensation tried again, with all its attempts', () => {
  const state = after(halted(), { type: 'RetryCompensation', by: 'usr_op' })
  expect(state).toMatchObject({ status: 'compensating', undo: ['open', 'reserve'], attempt: { phase: 'due', number: 1, failures: 0 } })
  expect(nextAction(state, 0)).toEqual({ kind: 'attempt', step: 'reserve', direction: 'undo' })
})

test('an operator can leave one compensation out and say why; the others still run', () => {
  const skip: SagaInput = { type: 'SkipCompensation', by: 'usr_op', reason: 'released by hand' }
  const state = after(halted(), skip)
  expect(nextAction(state, 0)).toEqual({ kind: 'attempt', step: 'open', direction: 'undo' })
  let last = after(state, begin)
  for (let number = 1, now = 0; number <= policy.attempts; number++, now += 1_000) {
    last = evolveSagaAll(last, when(failed('open', number, true, 'undo'), last, now))
    if (last.status === 'compensating') last = evolveSagaAll(last, when(begin, last, now + 1_000))
  }
  expect(last).toMatchObject({ status: 'needs_attention', undo: ['open'] })
  expect(types(when(skip, last))).toEqual(['CompensationSkipped', 'PlanningFailed'])
  expect(after(last, skip)).toMatchObject({ status: 'failed', failure: 'broken' })
})

test('an operator can end a halted planning as it is, and can do nothing to one that is not halted', () => {
  const end: SagaInput = { type: 'ForceFailure', by: 'usr_op', reason: 'the store is gone' }
  expect(after(halted(), end)).toMatchObject({ status: 'failed', failure: 'broken' })
  for (const input of [end, { type: 'RetryCompensation', by: 'usr_op' }, { type: 'SkipCompensation', by: 'usr_op', reason: 'x' }] as const)
    expect(decideSaga(input, given(...through('snapshot')), { now: 0, steps })).toEqual({ ok: false, error: { code: 'not_halted' } })
})
