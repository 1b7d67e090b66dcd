import { kvKeys, type ServiceError } from '@yeojeong/contracts'
import type { CallOutcome, Result } from '@yeojeong/domain'
import { breakers, type Breakers, type RemoteBreaker } from './breaker/breakers.ts'
import { budgets, type Budgets, type RemoteLedger } from './budget/budgets.ts'
import { lanes, type Lanes } from './budget/lanes.ts'
import { tally } from './budget/tally.ts'
import type { CacheDeps } from './cache/deps.ts'
import type { RemoteFlight } from './cache/flights.ts'
import { invalidations } from './cache/invalidations.ts'
import { store, type PlaceKv } from './cache/store.ts'
import type { Isolate } from './isolate.ts'
import type { Adapter, ToolUse } from './providers/adapter.ts'
import type { Settings } from './settings.ts'

/** One call to a provider and what it came to; `calls` of them were really made. */
export type Call = <Q, A>(
  adapter: Adapter,
  use: ToolUse<Q, A>,
  question: Q,
  deadlineAt: number,
) => Promise<{ readonly outcome: CallOutcome; readonly answer: Result<A, ServiceError>; readonly calls: number }>

/** What a use case works with besides its arguments. */
export type Deps = {
  readonly adapters: readonly Adapter[]
  readonly cache: CacheDeps
  readonly breakers: Breakers
  readonly budgets: Budgets
  readonly lanes: Lanes
  readonly call: Call
  readonly settings: Settings
  readonly remote: Remote
  readonly now: () => number
}

/** The Durable Objects, as this service asks them. */
export type Remote = {
  readonly breaker: (provider: string) => RemoteBreaker
  readonly ledger: (provider: string) => RemoteLedger & { spending(): Promise<Spending> }
  readonly flight: (key: string) => RemoteFlight
}
type Counted = { readonly spent: number; readonly since: string }
export type Spending = {
  readonly hour: Counted
  readonly day: Counted
  readonly month: Counted
  readonly seenToday: { readonly hits: number; readonly stale: number; readonly misses: number }
}

/** The outside world, as a Worker or a test has it. */
export type World = {
  readonly adapters: readonly Adapter[]
  readonly kv: PlaceKv
  readonly remote: Remote
  readonly call: Call
  readonly settings: Settings
  readonly isolate: Isolate
  readonly background: (work: Promise<unknown>) => void
  readonly now: () => number
  readonly random: () => number
  readonly newId: () => string
  readonly sleep: (ms: number) => Promise<void>
}

export function depsIn(world: World): Deps {
  const { adapters, kv, remote, call, settings, isolate, background, now, random, newId, sleep } = world
  const kept = store(kv, isolate.store, now)
  return {
    adapters,
    call,
    settings,
    remote,
    now,
    cache: {
      store: kept,
      memory: isolate.values,
      flights: isolate.flights,
      flight: remote.flight,
      invalidations: invalidations(kept, kvKeys.invalidations(settings.cache.version), isolate.invalidations, background, now),
      settings: settings.cache,
      background,
      now,
      random,
      newId,
      seen: tally(isolate.seen, remote.ledger, background),
    },
    breakers: breakers({ memory: isolate.breakers, remote: remote.breaker, settings: settings.breaker, background, now, newId }),
    budgets: budgets({ memory: isolate.budgets, remote: remote.ledger, background, now }),
    lanes: lanes(isolate.lanes, now, sleep),
  }
}
