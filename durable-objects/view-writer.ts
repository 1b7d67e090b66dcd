import * as z from 'zod'
import { within } from './within.ts'

/** KV takes about one write a second for a key. */
const INTERVAL_MS = 1_000
const RETRY_MAX_MS = 60_000
const PUT_DEADLINE_MS = 10_000
const NAME = 'view'

/**
 * `wanted`: newest version heard of; `written`: newest version put; `triedAt`: last try; `failures`: in a row. `asked` and
 * `answered` count the wishes for a write of a version that is written already.
 */
const Ledger = z.object({
  wanted: z.number().int(),
  written: z.number().int(),
  triedAt: z.number(),
  failures: z.number().int(),
  asked: z.number().int().default(0),
  answered: z.number().int().default(0),
})
const NEW = { wanted: 0, written: 0, triedAt: 0, failures: 0, asked: 0, answered: 0 }
type Ledger = z.infer<typeof Ledger>

/**
 * The only writer of an itinerary's view. KV has no compare-and-set, so writes are queued here one after another; hints
 * that come faster than KV takes writes are answered by one write of the newest state. Kept in the object's storage.
 */
export class ViewWriter {
  readonly #storage: DurableObjectStorage
  readonly #write: () => Promise<number | null>
  readonly #now: () => number
  #last: Promise<void> = Promise.resolve()

  /** `write` puts the newest stored state and answers its version; null = there is no such itinerary. */
  constructor(storage: DurableObjectStorage, write: () => Promise<number | null>, now: () => number) {
    this.#storage = storage
    this.#write = write
    this.#now = now
  }

  get written(): number {
    return this.#ledger().written
  }

  /** Remembers that there is a version to write. */
  want(version: number): void {
    const ledger = this.#ledger()
    if (version > ledger.wanted) this.#save({ ...ledger, wanted: version })
  }

  /** Remembers that the view has to be written anew although its version is: what stands beside it has changed. */
  again(): void {
    const ledger = this.#ledger()
    this.#save({ ...ledger, asked: ledger.asked + 1 })
  }

  /** When there is something to write, epoch milliseconds; null when there is nothing. */
  get dueAt(): number | null {
    const ledger = this.#ledger()
    if (ledger.wanted <= ledger.written && ledger.asked <= ledger.answered) return null
    return ledger.triedAt + Math.min(RETRY_MAX_MS, INTERVAL_MS * 2 ** ledger.failures)
  }

  /** Writes what is due now. A failure is kept for later and answered `false`. */
  flush(): Promise<boolean> {
    return this.#inTurn(async () => {
      const dueAt = this.dueAt
      if (dueAt === null || dueAt > this.#now()) return true
      return this.#put().then(
        () => true,
        () => false,
      )
    })
  }

  /** Writes the newest state whatever has been heard, after the pause KV needs. */
  publish(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#pause()
      await this.#put()
    })
  }

  /** Runs a removal of the view in turn with the writes. */
  remove(removal: () => Promise<void>): Promise<void> {
    return this.#inTurn(async () => {
      await this.#pause()
      await removal()
      this.#save({ ...this.#ledger(), written: 0, triedAt: this.#now(), failures: 0 })
    })
  }

  async #put(): Promise<void> {
    const { wanted: heard, asked } = this.#ledger()
    try {
      const version = (await within(PUT_DEADLINE_MS, this.#write())) ?? heard
      // Older than what was heard of: a lagging reader, so what was written does not count as the newest.
      const ledger = this.#ledger()
      const failures = version < heard ? ledger.failures + 1 : 0
      const wanted = Math.max(ledger.wanted, version)
      this.#save({ ...ledger, wanted, written: version, triedAt: this.#now(), failures, answered: asked })
    } catch (error) {
      const ledger = this.#ledger()
      this.#save({ ...ledger, triedAt: this.#now(), failures: ledger.failures + 1 })
      throw error
    }
  }

  async #pause(): Promise<void> {
    const ms = this.#ledger().triedAt + INTERVAL_MS - this.#now()
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(ms, INTERVAL_MS)))
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(task)
    this.#last = mine.then(
      () => undefined,
      () => undefined,
    )
    return mine
  }

  #ledger(): Ledger {
    const stored = this.#storage.kv.get(NAME)
    return stored === undefined ? NEW : Ledger.parse(stored)
  }

  #save(ledger: Ledger): void {
    this.#storage.kv.put(NAME, ledger)
  }
}
