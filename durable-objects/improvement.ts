import * as z from 'zod'

const NAME = 'improvement'
const ATTEMPTS = 3
const AGAIN_MS = 30_000
/** As long as a search for a plan may take at most (`PLANNING_SPECS`). */
export const IMPROVE_DEADLINE_MS = 60_000

/** `left`: attempts that may still begin. `dueAt`: epoch milliseconds. */
const Ledger = z.object({ left: z.number().int(), dueAt: z.number() })

/**
 * That a plan was cut short, and is to be gone on with once its traveller has it. Kept in the object's storage. An attempt
 * is counted before it begins, so that one that takes the process with it does not begin for ever.
 */
export class Improvement {
  readonly #storage: DurableObjectStorage

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage
  }

  want(now: number): void {
    this.#storage.kv.put(NAME, { left: ATTEMPTS, dueAt: now })
  }

  /** When the next attempt begins; null where nothing is wanted. */
  get dueAt(): number | null {
    return this.#ledger()?.dueAt ?? null
  }

  /** Counts an attempt that begins now. False: there have been enough, and nothing is wanted any more. */
  begin(now: number): boolean {
    const left = this.#ledger()?.left ?? 0
    if (left <= 0) this.end()
    else this.#storage.kv.put(NAME, { left: left - 1, dueAt: now + AGAIN_MS })
    return left > 0
  }

  end(): void {
    this.#storage.kv.delete(NAME)
  }

  #ledger(): z.infer<typeof Ledger> | null {
    const stored = this.#storage.kv.get(NAME)
    return stored === undefined ? null : Ledger.parse(stored)
  }
}
