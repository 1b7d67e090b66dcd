import { expect, test } from 'vitest'
import { ask, BREAKER_DEFAULTS, CLOSED, isolate, release, report, type BreakerConfig, type BreakerState } from './breaker.ts'
import { seeded } from '../testing/seeded.ts'
import type { CallOutcome } from './outcome.ts'

const SEQUENCES = 10_000
const STEPS = 60

type Call = { readonly probe: string | null; readonly allowedIn: BreakerState['status'] }

/**
 * Random lives of a breaker: calls asked for, answers that come late or never, an operator who interferes. A simple
 * model keeps beside it what must hold: the failures it has seen while closed, and who probes.
 */
test(`over ${SEQUENCES} random lives: one probe at a time, never open without cause, never stuck`, () => {
  const reached = new Set<string>()
  for (let seed = 1; seed <= SEQUENCES; seed++) {
    const next = seeded(seed)
    const config: BreakerConfig = { ...BREAKER_DEFAULTS, failures: 1 + Math.floor(next() * 6) }
    let state: BreakerState = CLOSED
    let now = 0
    let probes: { id: string; until: number }[] = []
    let failures: number[] = []
    const inFlight: Call[] = []
    for (let step = 0; step < STEPS; step++) {
      now += Math.floor(next() * next() * 40_000)
      const roll = next()
      const before: BreakerState = state
      if (roll < 0.5) {
        const asked = ask(state, now, config, `${seed}/${step}`)
        state = asked.state
        if (asked.permit.kind === 'probe') {
          probes = [...probes.filter(({ until }) => until > now), { id: asked.permit.id, until: now + config.probeMs }]
          expect(probes.length, `seed ${seed}: two probes at once`).toBe(1)
          inFlight.push({ probe: asked.permit.id, allowedIn: before.status })
        } else if (asked.permit.kind === 'pass') {
          expect(before.status).toBe('closed')
          inFlight.push({ probe: null, allowedIn: before.status })
        } else expect(asked.permit.until === null || asked.permit.until > now, `seed ${seed}: refused until the past`).toBe(true)
      } else if (roll < 0.96) {
        const call = inFlight.splice(Math.floor(next() * inFlight.length), 1)[0]
        if (call === undefined) continue
        const outcome = randomOutcome(next)
        state = report(state, outcome, call.probe, now, config)
        if (call.probe !== null) probes = probes.filter(({ id }) => id !== call.probe)
        if (before.status === 'closed' && outcome.kind === 'failure')
          failures = [...failures, now].filter((at) => at > now - config.windowMs)
        if (before.status === 'closed' && state.status === 'open') {
          const cause = outcome.kind !== 'failure' || failures.length >= config.failures
          expect(cause, `seed ${seed}: opened without cause`).toBe(true)
        }
        if (before.status === 'closed' && state.status === 'closed') expect(failures.length).toBeLessThan(config.failures)
        if (before.status === 'half-open' && state.status === 'closed') expect([call.probe, outcome.kind]).toEqual([before.probe, 'ok'])
      } else state = state.status === 'isolated' ? release(state, now) : isolate('operator', now)
      if (state.status !== 'closed' || before.status !== 'closed') failures = []
      if (state.status === 'isolated') probes = []
      reached.add(state.status)
    }
    expect(recovers(state, now, config), `seed ${seed}: stuck in ${state.status}`).toBe(true)
  }
  expect([...reached].toSorted()).toEqual(['closed', 'half-open', 'isolated', 'open'])
})

function randomOutcome(next: () => number): CallOutcome {
  const roll = next()
  if (roll < 0.45) return { kind: 'ok' }
  if (roll < 0.9) return { kind: 'failure', reason: 'timeout' }
  return roll < 0.95 ? { kind: 'rejected' } : { kind: 'throttled', retryAfterMs: next() < 0.5 ? null : Math.floor(next() * 100_000) }
}

/** From any state a healthy provider is back within the longest wait, whatever calls were lost. */
function recovers(from: BreakerState, now: number, config: BreakerConfig): boolean {
  const waited = now + Math.max(config.rejectedMs, 100_000, config.openMs) + config.probeMs
  const { state, permit } = ask(release(from, now), waited, config, 'last')
  const after = permit.kind === 'probe' ? report(state, { kind: 'ok' }, permit.id, waited, config) : state
  return after.status === 'closed'
}
