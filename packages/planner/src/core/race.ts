export type RaceParameters = {
  /** Most contenders, and the share of the budget their first runs take together. */
  readonly contenders: number
  readonly firstShare: number
  /** Least iterations of a first run: small budgets get fewer contenders rather than shorter runs. */
  readonly leastIterations: number
  /** Share of the budget the last contender has to itself. */
  readonly lastShare: number
}

/**
 * Who runs when: successive halving (Jamieson and Talwalkar 2016) over annealing runs. Several short runs from scratch, then the better half goes
 * on, and again, until one is left. With few tours and wide windows the region of the map a tour lives in is settled while the search is hot, and
 * a long run settles no better than a short one; choosing among regions is what moves the whole tour.
 */
export class Race {
  /** Who runs, and who is still in. */
  contender = 0
  alive: number[] = [0]
  /** 0 while the first runs last, and true in the stretch of the last one left. */
  round = 0
  last = false
  readonly #parameters: RaceParameters
  #from = 0
  #length: number
  #contenders = 1
  #turn = 0

  constructor(parameters: RaceParameters) {
    this.#parameters = parameters
    this.#length = parameters.firstShare / parameters.contenders
    if (parameters.contenders <= 1) {
      this.last = true
      this.#length = 1
    }
  }

  /** Share of the running stretch that is over, 0 .. 1. */
  progress(share: number, iterations: number): number {
    const part = (share - this.#from) / this.#length
    if (this.last || this.contender > 0 || this.round > 0) return Math.min(1, part)
    return Math.min(1, part, Math.max(share, iterations / this.#parameters.leastIterations))
  }

  /**
   * Ends the running stretch and says who is next.
   * @param values current value of each contender so far.
   */
  advance(share: number, values: readonly number[]): void {
    if (this.round === 0 && this.contender === 0) this.#settle(share)
    this.#from = share
    if (this.round === 0 && this.contender + 1 < this.#contenders) {
      this.contender++
      return
    }
    this.#turn++
    if (this.round === 0 || this.#turn >= this.alive.length) this.#halve(share, values)
    this.contender = this.alive[this.#turn]!
  }

  /** The first run shows what a run costs, and so how many the budget affords. */
  #settle(share: number): void {
    this.#length = share
    this.#contenders = Math.max(1, Math.min(this.#parameters.contenders, Math.floor(this.#parameters.firstShare / share)))
    this.alive = Array.from({ length: this.#contenders }, (_, i) => i)
  }

  #halve(share: number, values: readonly number[]): void {
    const keep = Math.max(1, this.alive.length >> 1)
    // Sorting is stable: equal values keep their order on every engine.
    this.alive = this.alive.toSorted((a, b) => values[b]! - values[a]!).slice(0, keep)
    this.round++
    this.#turn = 0
    this.last = keep === 1
    const roundsLeft = Math.max(1, 31 - Math.clz32(keep))
    const roundShare = this.last ? 1 - share : Math.max(0, 1 - share - this.#parameters.lastShare) / roundsLeft
    this.#length = Math.max(1e-9, roundShare / keep)
  }
}
