import { CallContext } from '@yeojeong/contracts'
import {
  ask,
  BREAKER_DEFAULTS,
  CLOSED,
  FAILURE_REASONS,
  isolate,
  release,
  report,
  type BreakerConfig,
  type BreakerState,
  type Permit,
} from '@yeojeong/domain'
import * as z from 'zod'

const Millis = z.number().nonnegative()

export const CallOutcomeMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ok') }),
  z.object({ kind: z.literal('failure'), reason: z.enum(FAILURE_REASONS) }),
  z.object({ kind: z.literal('rejected') }),
  z.object({ kind: z.literal('throttled'), retryAfterMs: Millis.nullable() }),
])

/** What an isolate says of a call: `probe` as permitted, `config` as this deployment has it. */
export const BreakerReport = z.object({ outcome: CallOutcomeMessage, probe: z.string().max(64).nullable() })
export type BreakerReport = z.infer<typeof BreakerReport>

const State: z.ZodType<BreakerState> = z.discriminatedUnion('status', [
  z.object({ status: z.literal('closed'), failedAt: z.array(z.number()) }),
  z.object({ status: z.literal('open'), cause: z.enum(['failures', 'rejected', 'throttled', 'probe_failed']), until: z.number() }),
  z.object({ status: z.literal('half-open'), probe: z.string(), probeUntil: z.number() }),
  z.object({ status: z.literal('isolated'), by: z.string(), since: z.number() }),
])

export const BreakerConfigMessage: z.ZodType<BreakerConfig> = z.object({
  failures: z.number().int().positive(),
  windowMs: z.number().positive(),
  openMs: z.number().positive(),
  probeMs: z.number().positive(),
  rejectedMs: z.number().positive(),
})

/** Who an operator is, as written down beside what they did. */
export const Operator = CallContext.shape.principal.shape.userId

/** What everybody else may know and keep for a few seconds. */
export type Verdict = BreakerState

/** Where a keeper keeps its one value, synchronously: an object's SQLite, or a test's memory. */
export type Slot = { get(): unknown; put(value: unknown): void }

export type BreakerAlert = (
  level: 'warn' | 'error',
  event: string,
  fields: { readonly [name: string]: string | number | boolean | null },
) => void

/**
 * One provider's breaker: reads its state, decides, writes it back, with nothing awaited in between. Writes only what
 * changed: a healthy provider's breaker is never written.
 */
export class BreakerKeeper {
  readonly #slot: Slot
  readonly #alert: BreakerAlert
  readonly #now: () => number
  readonly #newId: () => string

  constructor(slot: Slot, surroundings: { readonly alert: BreakerAlert; readonly now: () => number; readonly newId: () => string }) {
    this.#slot = slot
    this.#alert = surroundings.alert
    this.#now = surroundings.now
    this.#newId = surroundings.newId
  }

  get verdict(): Verdict {
    const stored = State.safeParse(this.#slot.get())
    return stored.success ? stored.data : CLOSED
  }

  permit(config: BreakerConfig = BREAKER_DEFAULTS): { readonly permit: Permit; readonly verdict: Verdict } {
    const before = this.verdict
    const { state, permit } = ask(before, this.#now(), config, this.#newId())
    this.#keep(before, state)
    return { permit, verdict: state }
  }

  report({ outcome, probe }: BreakerReport, config: BreakerConfig = BREAKER_DEFAULTS): Verdict {
    const before = this.verdict
    const after = report(before, outcome, probe, this.#now(), config)
    this.#keep(before, after)
    if (after.status === 'open' && before.status !== 'open') {
      const level = after.cause === 'rejected' ? 'error' : 'warn'
      this.#alert(level, 'breaker.opened', { alert: true, cause: after.cause, forMs: after.until - this.#now() })
    } else if (after.status === 'closed' && before.status === 'half-open') this.#alert('warn', 'breaker.closed', {})
    return after
  }

  isolate(by: string): Verdict {
    const before = this.verdict
    const after = isolate(by, this.#now())
    this.#keep(before, after)
    this.#alert('warn', 'breaker.isolated', { by })
    return after
  }

  release(by: string): Verdict {
    const before = this.verdict
    const after = release(before, this.#now())
    this.#keep(before, after)
    this.#alert('warn', 'breaker.released', { by })
    return after
  }

  #keep(before: BreakerState, after: BreakerState): void {
    if (after !== before) this.#slot.put(after)
  }
}
