import type { Rng } from './rng.ts'

/**
 * Which visits outside the plan are worth another look. Most never fit near the present tours, and scanning them all is most of the work; so a
 * visit that fitted nowhere waits a random number of iterations, longer the more often it missed in a row. Adapts as the tours move.
 */
export class Backoff {
  readonly #patience: number
  readonly #due: Int32Array
  readonly #misses: Int32Array
  #now = 0

  /** @param patience longest wait, in iterations; 0 = none. */
  constructor(visits: number, patience: number) {
    this.#patience = patience
    this.#due = new Int32Array(visits)
    this.#misses = new Int32Array(visits)
  }

  /** A new iteration. */
  tick(): void {
    this.#now++
  }

  clear(): void {
    this.#due.fill(0)
    this.#misses.fill(0)
  }

  due(visit: number): boolean {
    return this.#due[visit]! <= this.#now
  }

  hit(visit: number): void {
    this.#misses[visit] = 0
  }

  miss(visit: number, rng: Rng): void {
    const misses = Math.min(this.#patience, this.#misses[visit]! + 1)
    this.#misses[visit] = misses
    this.#due[visit] = this.#now + 1 + rng.below(1 + misses)
  }
}
