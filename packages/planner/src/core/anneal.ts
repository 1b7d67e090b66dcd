import type { Rng } from './rng.ts'

const STEPS = 256
const DRAWS = 1024

/**
 * Metropolis acceptance with geometric cooling (Kirkpatrick et al. 1983). A worse plan is accepted when it is worse by less than
 * temperature x E, with E exponentially distributed: the usual exp(-loss / temperature) test, the other way round.
 *
 * Both curves are tables made with + - x / and square root alone, which IEEE 754 rounds alike everywhere: Math.exp, log and pow may differ in the
 * last bit between engines, and one different decision is a different plan.
 */
export class Annealing {
  readonly #temperature = new Float64Array(STEPS + 1)
  readonly #draw = new Float64Array(DRAWS)
  #now = 0

  constructor() {
    for (let i = 0; i < DRAWS; i++) this.#draw[i] = -logarithm((i + 0.5) / DRAWS)
  }

  /** Sets the temperatures at the beginning and at the end, in score. */
  reset(start: number, end: number): void {
    let ratio = end / start
    for (let halvings = STEPS; halvings > 1; halvings /= 2) ratio = Math.sqrt(ratio)
    this.#temperature[0] = start
    for (let i = 1; i <= STEPS; i++) this.#temperature[i] = this.#temperature[i - 1]! * ratio
    this.#now = start
  }

  /** @param share of the search that is over, 0 .. 1. */
  cool(share: number): void {
    this.#now = this.#temperature[Math.min(STEPS, Math.floor(share * STEPS))]!
  }

  /** The least value accepted next to `current`. */
  threshold(current: number, rng: Rng): number {
    return current - this.#now * this.#draw[rng.next() >>> 22]!
  }
}

/** Natural logarithm of 0 < x <= 1 by the series of 2 artanh((x - 1) / (x + 1)). */
function logarithm(x: number): number {
  const LN2 = 0.6931471805599453
  let scaled = x
  let doublings = 0
  while (scaled < 0.7) {
    scaled *= 2
    doublings++
  }
  const z = (scaled - 1) / (scaled + 1)
  let power = z
  let sum = 0
  for (let i = 1; i < 30; i += 2) {
    sum += power / i
    power *= z * z
  }
  return 2 * sum - doublings * LN2
}
