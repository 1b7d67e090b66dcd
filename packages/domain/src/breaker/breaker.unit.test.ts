import { describe, expect, test } from 'vitest'
import { ask, BREAKER_DEFAULTS, CLOSED, isolate, release, report, type BreakerState } from './breaker.ts'
import type { CallOutcome } from './outcome.ts'

const config = BREAKER_DEFAULTS
const failure: CallOutcome = { kind: 'failure', reason: 'timeout' }
const ok: CallOutcome = { kind: 'ok' }

function afterFailures(times: readonly number[]): BreakerState {
  return times.reduce<BreakerState>((state, at) => report(state, failure, null, at, config), CLOSED)
}

describe('a closed breaker', () => {
  test('opens at the fifth failure within 60 s, for 60 s', () => {
    expect(afterFailures([0, 1, 2, 3]).status).toBe('closed')
    expect(afterFailures([0, 1, 2, 3, 59_999])).toEqual({ status: 'open', cause: 'failures', until: 119_999 })
  })
  test('forgets failures older than its window', () => {
    expect(afterFailures([0, 1, 2, 3, 60_001]).status).toBe('closed')
  })
  test('does not count an empty answer or our own mistake: both are reported as ok', () => {
    expect(report(afterFailures([0, 1, 2, 3]), ok, null, 4, config)).toEqual(afterFailures([0, 1, 2, 3]))
  })
  test('opens at once on a rejected key', () => {
    expect(report(CLOSED, { kind: 'rejected' }, null, 5, config)).toEqual({ status: 'open', cause: 'rejected', until: 600_005 })
  })
  test('opens for as long as Retry-After says', () => {
    expect(report(CLOSED, { kind: 'throttled', retryAfterMs: 7_000 }, null, 5, config)).toEqual({
      status: 'open',
      cause: 'throttled',
      until: 7_005,
    })
    expect(report(CLOSED, { kind: 'throttled', retryAfterMs: null }, null, 5, config)).toMatchObject({ until: 60_005 })
  })
})

describe('an open breaker', () => {
  const open = afterFailures([0, 1, 2, 3, 4])
  test('refuses until its time is over, then lets exactly one probe try', () => {
    expect(ask(open, 60_003, config, 'a').permit).toEqual({ kind: 'refuse', until: 60_004 })
    const first = ask(open, 60_004, config, 'a')
    expect(first.permit).toEqual({ kind: 'probe', id: 'a' })
    expect(ask(first.state, 60_005, config, 'b').permit).toEqual({ kind: 'refuse', until: 70_004 })
  })
  test('closes when the probe succeeds and stays open when it fails', () => {
    const { state } = ask(open, 60_004, config, 'a')
    expect(report(state, ok, 'a', 60_100, config)).toEqual(CLOSED)
    expect(report(state, failure, 'a', 60_100, config)).toEqual({ status: 'open', cause: 'probe_failed', until: 120_100 })
  })
  test('gives the probe to another when the first never reports, and then ignores the first', () => {
    const { state } = ask(open, 60_004, config, 'a')
    const second = ask(state, 70_004, config, 'b')
    expect(second.permit).toEqual({ kind: 'probe', id: 'b' })
    expect(report(second.state, failure, 'a', 70_005, config)).toEqual(second.state)
  })
  test('ignores calls that were on their way', () => {
    expect(report(open, ok, null, 10, config)).toEqual(open)
    expect(report(open, failure, null, 10, config)).toEqual(open)
  })
})

test('an isolated provider stays out until released, and comes back by way of a probe', () => {
  const out = isolate('operator', 0)
  expect(ask(out, 1e9, config, 'a').permit).toEqual({ kind: 'refuse', until: null })
  expect(report(out, ok, null, 5, config)).toEqual(out)
  expect(ask(release(out, 10), 10, config, 'a').permit).toEqual({ kind: 'probe', id: 'a' })
})
