import type { CallOutcome } from './outcome.ts'

/** Milliseconds throughout; `now` is always an argument. */
export type BreakerConfig = {
  /** This many failures … */
  readonly failures: number
  /** … within this long open the breaker … */
  readonly windowMs: number
  /** … for this long, after which one probe may try. */
  readonly openMs: number
  /** A probe that has not reported by then counts as lost, and another may try. */
  readonly probeMs: number
  /** A provider that rejects our key stays out this long: somebody has to act. */
  readonly rejectedMs: number
}

export const BREAKER_DEFAULTS: BreakerConfig = { failures: 5, windowMs: 60_000, openMs: 60_000, probeMs: 10_000, rejectedMs: 600_000 }

export type OpenCause = 'failures' | 'rejected' | 'throttled' | 'probe_failed'

/**
 * A circuit breaker as a value (after Nygard, Release It!, ch. 5; states as in cockatiel), small enough for one row.
 * `isolated` is an operator's word: nothing passes until it is taken back.
 */
export type BreakerState =
  | { readonly status: 'closed'; readonly failedAt: readonly number[] }
  | { readonly status: 'open'; readonly cause: OpenCause; readonly until: number }
  | { readonly status: 'half-open'; readonly probe: string; readonly probeUntil: number }
  | { readonly status: 'isolated'; readonly by: string; readonly since: number }

export const CLOSED: BreakerState = { status: 'closed', failedAt: [] }

/** May a call be made? A `probe` must report under its id; nobody else may call until it has, or its lease ends. */
export type Permit =
  | { readonly kind: 'pass' }
  | { readonly kind: 'probe'; readonly id: string }
  | { readonly kind: 'refuse'; readonly until: number | null }

/** Asks for a permit. `probeId` is a fresh id, used only if this caller becomes the probe. */
export function ask(
  state: BreakerState,
  now: number,
  config: BreakerConfig,
  probeId: string,
): { readonly state: BreakerState; readonly permit: Permit } {
  switch (state.status) {
    case 'closed':
      return { state, permit: { kind: 'pass' } }
    case 'isolated':
      return { state, permit: { kind: 'refuse', until: null } }
    case 'open':
      return now < state.until ? { state, permit: { kind: 'refuse', until: state.until } } : lease(now, config, probeId)
    case 'half-open':
      return now < state.probeUntil ? { state, permit: { kind: 'refuse', until: state.probeUntil } } : lease(now, config, probeId)
  }
}

function lease(now: number, config: BreakerConfig, probeId: string): { readonly state: BreakerState; readonly permit: Permit } {
  return { state: { status: 'half-open', probe: probeId, probeUntil: now + config.probeMs }, permit: { kind: 'probe', id: probeId } }
}

/** Takes in what a call came to; `probe` is the id it was permitted under, null for an ordinary pass. */
export function report(state: BreakerState, outcome: CallOutcome, probe: string | null, now: number, config: BreakerConfig): BreakerState {
  if (state.status === 'isolated') return state
  if (state.status === 'half-open') return probe === state.probe ? afterProbe(outcome, now, config) : state
  // Calls that were on their way when it opened, and probes whose lease another one took over, say nothing new.
  if (state.status === 'open')
    return outcome.kind === 'rejected' || outcome.kind === 'throttled' ? longer(state, opened(outcome, now, config)) : state
  if (outcome.kind === 'ok') return state
  if (outcome.kind !== 'failure') return opened(outcome, now, config)
  const failedAt = [...state.failedAt, now].filter((at) => at > now - config.windowMs)
  return failedAt.length >= config.failures
    ? { status: 'open', cause: 'failures', until: now + config.openMs }
    : { status: 'closed', failedAt }
}

function afterProbe(outcome: CallOutcome, now: number, config: BreakerConfig): BreakerState {
  if (outcome.kind === 'ok') return CLOSED
  return outcome.kind === 'failure' ? { status: 'open', cause: 'probe_failed', until: now + config.openMs } : opened(outcome, now, config)
}

function opened(outcome: Extract<CallOutcome, { kind: 'rejected' | 'throttled' }>, now: number, config: BreakerConfig): OpenState {
  return outcome.kind === 'rejected'
    ? { status: 'open', cause: 'rejected', until: now + config.rejectedMs }
    : { status: 'open', cause: 'throttled', until: now + (outcome.retryAfterMs ?? config.openMs) }
}

type OpenState = Extract<BreakerState, { status: 'open' }>

function longer(a: OpenState, b: OpenState): OpenState {
  return a.until >= b.until ? a : b
}

/** An operator shuts a provider out … */
export function isolate(by: string, now: number): BreakerState {
  return { status: 'isolated', by, since: now }
}

/** … and lets it back in, by way of a probe. */
export function release(state: BreakerState, now: number): BreakerState {
  return state.status === 'isolated' ? { status: 'open', cause: 'failures', until: now } : state
}
