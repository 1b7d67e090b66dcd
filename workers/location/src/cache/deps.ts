import type { FlightMemory, RemoteFlight } from './flights.ts'
import type { Invalidations } from './invalidations.ts'
import type { Memory } from './memory.ts'
import type { CacheSettings } from './settings.ts'
import type { Store } from './store.ts'

/** How an answer came about: out of the cache, out of the cache with a refresh behind it, or by a call. */
export type Standing = 'hits' | 'stale' | 'misses'

/** What caching takes from its surroundings. Times are epoch milliseconds. */
export type CacheDeps = {
  readonly store: Store
  readonly memory: Memory<unknown>
  readonly flights: FlightMemory
  readonly flight: (key: string) => RemoteFlight
  readonly invalidations: Invalidations
  readonly settings: CacheSettings
  /** Work that goes on after the answer. */
  readonly background: (work: Promise<unknown>) => void
  readonly now: () => number
  /** 0 … below 1. */
  readonly random: () => number
  readonly newId: () => string
  readonly seen: (provider: string, standing: Standing, count: number) => void
}
