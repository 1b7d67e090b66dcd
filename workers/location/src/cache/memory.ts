/** A bounded memory of an isolate: the longest unused go first. Times are epoch milliseconds. */
export class Memory<T> {
  readonly #entries = new Map<string, { readonly value: T; readonly until: number; readonly weight: number }>()
  readonly #most: number
  #weight = 0

  /** `most`: the sum of weights it may hold. */
  constructor(most: number) {
    this.#most = most
  }

  get(key: string, now: number): T | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    if (entry.until <= now) {
      this.delete(key)
      return undefined
    }
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry.value
  }

  set(key: string, value: T, until: number, weight = 1): void {
    this.delete(key)
    if (weight > this.#most) return
    this.#entries.set(key, { value, until, weight })
    this.#weight += weight
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#most) break
      this.delete(oldest)
    }
  }

  delete(key: string): void {
    const entry = this.#entries.get(key)
    if (entry === undefined) return
    this.#entries.delete(key)
    this.#weight -= entry.weight
  }

  clear(): void {
    this.#entries.clear()
    this.#weight = 0
  }
}
