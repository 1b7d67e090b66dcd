import type { BreakerMemory } from './breaker/breakers.ts'
import type { BudgetMemory, Seen } from './budget/budgets.ts'
import type { LaneMemory } from './budget/lanes.ts'
import type { FlightMemory } from './cache/flights.ts'
import type { InvalidationMemory } from './cache/invalidations.ts'
import { Memory } from './cache/memory.ts'
import type { StoreMemory } from './cache/store.ts'

/** Everything an isolate remembers between requests; lost with it, and nothing is wrong without it. */
export type Isolate = {
  readonly values: Memory<unknown>
  readonly flights: FlightMemory
  readonly breakers: BreakerMemory
  readonly budgets: BudgetMemory
  readonly lanes: LaneMemory
  readonly store: StoreMemory
  readonly invalidations: InvalidationMemory
  readonly seen: Map<string, { -readonly [K in keyof Seen]: Seen[K] }>
}

/** Places it holds at once, some 2 KB each. */
const MOST_PLACES = 8_000

export function newIsolate(): Isolate {
  return {
    values: new Memory(MOST_PLACES),
    flights: new Map(),
    breakers: new Map(),
    budgets: new Map(),
    lanes: new Map(),
    store: { downUntil: 0 },
    invalidations: { notBefore: {}, readAt: Number.NEGATIVE_INFINITY, reading: false },
    seen: new Map(),
  }
}
