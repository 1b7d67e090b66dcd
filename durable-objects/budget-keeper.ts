import * as z from 'zod'

/** Calls a provider may get. */
export const BudgetLimits = z.object({ perHour: z.number().positive(), perDay: z.number().positive(), perMonth: z.number().positive() })
export type BudgetLimits = z.infer<typeof BudgetLimits>

const WINDOWS = ['hour', 'day', 'month'] as const
export type Window = (typeof WINDOWS)[number]

const Count = z.object({ id: z.string(), drawn: z.number(), warned: z.boolean() })
const Tally = z.object({ day: z.string(), hits: z.number(), stale: z.number(), misses: z.number() })
const Ledger = z.object({ hour: Count, day: Count, month: Count, tally: Tally })
type Ledger = z.infer<typeof Ledger>

export const Seen = z.object({
  hits: z.number().int().nonnegative(),
  stale: z.number().int().nonnegative(),
  misses: z.number().int().nonnegative(),
})
/** Answers out of the cache, fresh and stale, and those that took a call. */
export type Seen = z.infer<typeof Seen>

/** `granted` calls may be made before `until` (epoch ms); 0 = none, and there is nothing more before `until`. */
export type Draw = { readonly granted: number; readonly until: number }
export type Spending = { readonly [W in Window]: { readonly spent: number; readonly since: string } } & { readonly seenToday: Seen }

type Slot = { get(): unknown; put(value: unknown): void }
type Warn = (fields: { readonly window: Window; readonly spent: number; readonly limit: number }) => void

const WARN_AT = 0.8

/**
 * What a provider's calls have cost its budget, UTC windows. Isolates draw calls in blocks: one write for a block, and a
 * block nobody uses up is spent all the same, so the sum never passes the limit.
 */
export class BudgetKeeper {
  readonly #slot: Slot
  readonly #now: () => number
  readonly #warn: Warn

  constructor(slot: Slot, now: () => number, warn: Warn) {
    this.#slot = slot
    this.#now = now
    this.#warn = warn
  }

  draw(wanted: number, limits: BudgetLimits): Draw {
    const ledger = this.#ledger()
    const left = WINDOWS.map((window) => ({ window, left: limitOf(limits, window) - ledger[window].drawn }))
    const tightest = left.reduce((a, b) => (b.left < a.left ? b : a))
    const empty = left.filter((one) => one.left <= 0).map(({ window }) => endOf(window, this.#now()))
    if (empty.length > 0) return { granted: 0, until: Math.max(...empty) }
    // Near the end blocks shrink, so that one isolate does not sit on calls another one needs.
    const granted = Math.max(1, Math.min(wanted, Math.floor(tightest.left / 4)))
    this.#save(ledger, granted, limits)
    return { granted, until: endOf('hour', this.#now()) }
  }

  note(seen: Seen): void {
    const ledger = this.#ledger()
    const { hits, stale, misses } = ledger.tally
    this.#slot.put({
      ...ledger,
      tally: { ...ledger.tally, hits: hits + seen.hits, stale: stale + seen.stale, misses: misses + seen.misses },
    })
  }

  get spending(): Spending {
    const { hour, day, month, tally } = this.#ledger()
    const of = ({ id, drawn }: Ledger['hour']) => ({ spent: drawn, since: id })
    return { hour: of(hour), day: of(day), month: of(month), seenToday: { hits: tally.hits, stale: tally.stale, misses: tally.misses } }
  }

  #save(ledger: Ledger, granted: number, limits: BudgetLimits): void {
    const next = { ...ledger }
    for (const window of WINDOWS) {
      const drawn = ledger[window].drawn + granted
      const limit = limitOf(limits, window)
      const over = drawn >= WARN_AT * limit
      if (over && !ledger[window].warned) this.#warn({ window, spent: drawn, limit })
      next[window] = { ...ledger[window], drawn, warned: ledger[window].warned || over }
    }
    this.#slot.put(next)
  }

  /** The stored counts, those of windows that are over begun anew. */
  #ledger(): Ledger {
    const stored = Ledger.safeParse(this.#slot.get())
    const now = this.#now()
    const current = (window: Window) => {
      const id = idOf(window, now)
      return stored.success && stored.data[window].id === id ? stored.data[window] : { id, drawn: 0, warned: false }
    }
    const day = idOf('day', now)
    const tally = stored.success && stored.data.tally.day === day ? stored.data.tally : { day, hits: 0, stale: 0, misses: 0 }
    return { hour: current('hour'), day: current('day'), month: current('month'), tally }
  }
}

function limitOf(limits: BudgetLimits, window: Window): number {
  return window === 'hour' ? limits.perHour : window === 'day' ? limits.perDay : limits.perMonth
}

/** `2026-11-22T14`, `2026-11-22`, `2026-11`. */
function idOf(window: Window, now: number): string {
  return new Date(now).toISOString().slice(0, window === 'hour' ? 13 : window === 'day' ? 10 : 7)
}

function endOf(window: Window, now: number): number {
  const at = new Date(now)
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()]
  if (window === 'month') return Date.UTC(year, month + 1)
  return window === 'day' ? Date.UTC(year, month, day + 1) : Date.UTC(year, month, day, at.getUTCHours() + 1)
}
