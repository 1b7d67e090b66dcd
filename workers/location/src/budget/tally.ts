import type { Standing } from '../cache/deps.ts'
import type { Isolate } from '../isolate.ts'
import type { RemoteLedger } from './budgets.ts'

/** Answers after which an isolate tells the ledger how its cache did. */
const TOLD_EVERY = 200

/** Counts how answers came about, and now and then tells the provider's ledger, for operators to see. */
export function tally(
  memory: Isolate['seen'],
  ledger: (provider: string) => Pick<RemoteLedger, 'note'>,
  background: (work: Promise<unknown>) => void,
): (provider: string, standing: Standing, count: number) => void {
  return (provider, standing, count) => {
    const seen = memory.get(provider) ?? { hits: 0, stale: 0, misses: 0 }
    seen[standing] += count
    memory.set(provider, seen)
    if (seen.hits + seen.stale + seen.misses < TOLD_EVERY) return
    memory.delete(provider)
    background(
      ledger(provider)
        .note(seen)
        .catch(() => undefined),
    )
  }
}
