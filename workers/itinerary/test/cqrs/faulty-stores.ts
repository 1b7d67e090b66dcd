import type { ProjectionHint } from '@yeojeong/contracts'
import type { Clock } from './clock.ts'

/** How often what goes wrong: shares of calls. All of them end when the storm is over. */
export type Weather = {
  readonly lostMessage: number
  readonly doubledMessage: number
  readonly lateMessage: number
  readonly refusedPut: number
  readonly lostPut: number
  /** A call to the itinerary's object right after a change of who may read: the caller dies, or it is not there. */
  readonly lostCall: number
  readonly laggingRead: number
  readonly writeSideDown: number
  readonly eviction: number
}
export const STORM: Weather = {
  lostMessage: 0.2,
  doubledMessage: 0.25,
  lateMessage: 0.4,
  refusedPut: 0.15,
  lostPut: 0.03,
  lostCall: 0.3,
  laggingRead: 0.3,
  writeSideDown: 0.15,
  eviction: 0.2,
}

export type Chance = (fault: keyof Weather) => boolean

type Stored = { readonly value: string | null; readonly metadata: unknown }
const NOTHING: Stored = { value: null, metadata: null }

/** Longest that a reader elsewhere goes on seeing what was there, also that there was nothing. */
const STALE_MS = 60_000
const PUT_INTERVAL_MS = 1_000

/** KV: one central store; each location keeps what it has read for up to a minute; a key takes one write a second. */
export class FaultyKv {
  readonly #store = new Map<string, Stored>()
  readonly #writtenAt = new Map<string, number>()
  readonly #caches = new Map<string, Map<string, { readonly stored: Stored; readonly until: number }>>()
  readonly #clock: Clock
  readonly #chance: Chance
  readonly #random: () => number
  refused = 0
  tooFast = 0

  constructor(clock: Clock, chance: Chance, random: () => number) {
    this.#clock = clock
    this.#chance = chance
    this.#random = random
  }

  async put(key: string, value: string, options: { readonly metadata?: unknown } = {}): Promise<void> {
    const last = this.#writtenAt.get(key) ?? 0
    if (this.#clock.now - last < PUT_INTERVAL_MS) {
      this.tooFast++
      throw new Error('KV PUT failed: 429 Too Many Requests')
    }
    if (this.#chance('refusedPut')) {
      this.refused++
      throw new Error('KV PUT failed: 429 Too Many Requests')
    }
    this.#writtenAt.set(key, this.#clock.now)
    if (!this.#chance('lostPut')) this.#store.set(key, { value, metadata: JSON.parse(JSON.stringify(options.metadata)) })
  }

  async get(key: string): Promise<string | null> {
    return this.at(key).value
  }

  /** What is really there. */
  at(key: string): Stored {
    return this.#store.get(key) ?? NOTHING
  }

  /** As a reader at a location sees it, in bytes. */
  from(location: string): { getWithMetadata(key: string): Promise<{ readonly value: ArrayBuffer | null; readonly metadata: unknown }> } {
    const cache = this.#caches.get(location) ?? new Map<string, { stored: Stored; until: number }>()
    this.#caches.set(location, cache)
    return {
      getWithMetadata: async (key) => {
        const cached = cache.get(key)
        if (cached !== undefined && cached.until > this.#clock.now) return inBytes(cached.stored)
        const stored = this.at(key)
        cache.set(key, { stored, until: this.#clock.now + this.#random() * STALE_MS })
        return inBytes(stored)
      },
    }
  }
}

function inBytes({ value, metadata }: Stored): { readonly value: ArrayBuffer | null; readonly metadata: unknown } {
  return { value: value === null ? null : (new TextEncoder().encode(value).buffer as ArrayBuffer), metadata }
}

/** A queue that loses, doubles, delays and so reorders its messages. */
export class FaultyQueue {
  readonly #clock: Clock
  readonly #chance: Chance
  readonly #random: () => number
  readonly #deliver: (hint: ProjectionHint) => Promise<void>

  constructor(clock: Clock, chance: Chance, random: () => number, deliver: (hint: ProjectionHint) => Promise<void>) {
    this.#clock = clock
    this.#chance = chance
    this.#random = random
    this.#deliver = deliver
  }

  async send(hint: ProjectionHint): Promise<void> {
    if (this.#chance('lostMessage')) return
    const times = this.#chance('doubledMessage') ? 2 : 1
    for (let time = 0; time < times; time++) {
      const ms = this.#random() * (this.#chance('lateMessage') ? 45_000 : 1_500)
      this.#clock.after(ms, () => this.#deliver(hint))
    }
  }

  async sendBatch(messages: Iterable<{ readonly body: ProjectionHint }>): Promise<void> {
    for (const { body } of messages) await this.send(body)
  }
}
