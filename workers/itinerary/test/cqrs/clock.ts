type Task = { readonly at: number; readonly order: number; readonly run: () => Promise<void> | void }

/** Time of the simulation's own: what is planned happens in its order, and nobody waits. */
export class Clock {
  now = 1_800_000_000_000
  readonly #tasks: Task[] = []
  #count = 0

  after(ms: number, run: () => Promise<void> | void): void {
    this.#tasks.push({ at: this.now + ms, order: this.#count++, run })
  }

  /** Runs all that is due until then, tasks that come up on the way included. */
  async until(end: number): Promise<void> {
    for (;;) {
      this.#tasks.sort((a, b) => a.at - b.at || a.order - b.order)
      const next = this.#tasks[0]
      if (next === undefined || next.at > end) break
      this.#tasks.shift()
      this.now = Math.max(this.now, next.at)
      await next.run()
    }
    this.now = end
  }
}
