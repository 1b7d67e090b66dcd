/** What the leader of a flight brought back, as JSON text: an answer or a failure, whatever the callers agreed on. */
export type Landed = string

export type Seat = { readonly kind: 'lead' } | { readonly kind: 'landed'; readonly value: Landed } | { readonly kind: 'late' }

/**
 * One key's flight: the first comer leads, everybody else waits for what it brings. A leader that is not back when its
 * lease ends has died, and the next in line leads. Nothing is stored: losing a lease costs one more call.
 */
export class FlightBoard {
  #lease: { readonly holder: string; readonly until: number } | null = null
  #landed: { readonly value: Landed; readonly until: number } | null = null
  #waiting: (() => void)[] = []
  readonly #now: () => number
  readonly #sleep: (ms: number, wake: (wake: () => void) => void) => Promise<void>

  /** `sleep` ends after `ms`, or earlier when the function handed to `wake` is called. */
  constructor(now: () => number, sleep: (ms: number, wake: (wake: () => void) => void) => Promise<void> = sleepOrWake) {
    this.#now = now
    this.#sleep = sleep
  }

  /** Nobody is under way and nothing is left to hand out. */
  get isOver(): boolean {
    const now = this.#now()
    return (
      (this.#lease === null || this.#lease.until <= now) &&
      (this.#landed === null || this.#landed.until <= now) &&
      this.#waiting.length === 0
    )
  }

  async join(holder: string, leaseMs: number, patienceMs: number): Promise<Seat> {
    const giveUpAt = this.#now() + patienceMs
    for (;;) {
      const now = this.#now()
      if (this.#landed !== null && now < this.#landed.until) return { kind: 'landed', value: this.#landed.value }
      if (this.#lease === null || this.#lease.until <= now) {
        this.#lease = { holder, until: now + leaseMs }
        return { kind: 'lead' }
      }
      if (now >= giveUpAt) return { kind: 'late' }
      await this.#sleep(Math.min(giveUpAt, this.#lease.until) - now, (wake) => this.#waiting.push(wake))
    }
  }

  /**
   * The leader is back; late-comers get the value for `keepMs` more, until KV shows it everywhere. One whose lease
   * somebody took over is heard all the same: an answer is an answer.
   */
  land(holder: string, value: Landed, keepMs: number): void {
    if (this.#lease?.holder === holder) this.#lease = null
    this.#landed = { value, until: this.#now() + keepMs }
    const waiting = this.#waiting
    this.#waiting = []
    for (const wake of waiting) wake()
  }
}

function sleepOrWake(ms: number, register: (wake: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    register(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
