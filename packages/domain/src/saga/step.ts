import type { PlanningStep } from './planning-steps.ts'

/** Waits between attempts: `firstMs`, then `factor` times as long each time, at most `maxMs`. */
export type Backoff = { readonly firstMs: number; readonly factor: number; readonly maxMs: number }

/** How often and how patiently something is tried. `deadlineMs` bounds one attempt; `attempts` counts known failures. */
export type RetryPolicy = { readonly deadlineMs: number; readonly attempts: number; readonly backoff: Backoff }

/** One step as data. `undo` is the policy of its compensation; null where nothing outlives the step. */
export type StepSpec = {
  readonly step: PlanningStep
  readonly run: RetryPolicy
  readonly undo: RetryPolicy | null
  /** How far along the planning is once the step is done, for the progress stream. */
  readonly percent: number
}

const quick: Backoff = { firstMs: 250, factor: 2, maxMs: 5_000 }
const patient: Backoff = { firstMs: 500, factor: 2, maxMs: 60_000 }
const write: RetryPolicy = { deadlineMs: 5_000, attempts: 5, backoff: quick }
/** Giving up on a compensation needs a person, so it is tried for about two minutes. */
const compensation: RetryPolicy = { deadlineMs: 10_000, attempts: 9, backoff: patient }

export const PLANNING_SPECS: readonly StepSpec[] = [
  { step: 'snapshot', run: write, undo: null, percent: 5 },
  { step: 'open', run: write, undo: compensation, percent: 10 },
  { step: 'reserve', run: write, undo: compensation, percent: 15 },
  { step: 'gather', run: { deadlineMs: 15_000, attempts: 4, backoff: quick }, undo: null, percent: 25 },
  { step: 'verify', run: { deadlineMs: 15_000, attempts: 3, backoff: quick }, undo: null, percent: 35 },
  { step: 'curate', run: { deadlineMs: 10_000, attempts: 3, backoff: quick }, undo: null, percent: 40 },
  { step: 'solve', run: { deadlineMs: 60_000, attempts: 2, backoff: quick }, undo: null, percent: 85 },
  { step: 'commit', run: write, undo: compensation, percent: 90 },
  { step: 'link', run: write, undo: compensation, percent: 95 },
  { step: 'publish', run: { deadlineMs: 10_000, attempts: 5, backoff: quick }, undo: compensation, percent: 100 },
]

/**
 * Milliseconds to wait after the `failures`-th failure: between half and the whole of the policy's wait. The share is
 * taken from the key, so that sagas which failed together do not come back together and a replay waits the same.
 */
export function backoffMs(backoff: Backoff, failures: number, key: string): number {
  const whole = Math.min(backoff.maxMs, backoff.firstMs * backoff.factor ** (failures - 1))
  return Math.round(whole * (0.5 + 0.5 * share(`${key}#${failures}`)))
}

/** FNV-1a of a text as a number in [0, 1). */
function share(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0) / 2 ** 32
}
