import { describeError, log } from '@yeojeong/worker-kit'
import { inTime } from '../in-time.ts'
import type { Budget } from '../providers/adapter.ts'

export type Draw = { readonly granted: number; readonly until: number }
export type Seen = { readonly hits: number; readonly stale: number; readonly misses: number }

/** A provider's budget as it is for all isolates. */
export type RemoteLedger = { draw(wanted: number, limits: Budget): Promise<Draw>; note(seen: Seen): Promise<void> }

/** Calls an isolate has drawn and not yet made, until they lapse; `dryUntil`: nothing more to draw before that. */
type Block = { left: number; lapsesAt: number; dryUntil: number; drawing: Promise<void> | null }
export type BudgetMemory = Map<string, Block>

export type Spend = { readonly ok: true } | { readonly ok: false; readonly until: number }

export type Budgets = {
  /** What a call costs, out of the budget. A paid call nobody could count is not made; a free one is. */
  spend(account: Account, units: number): Promise<Spend>
  /** A call that was spent and not made. */
  refund(account: Account, units: number): void
  /** What a call turned out to cost beyond what was spent. */
  charge(account: Account, units: number): void
}
export type Account = { readonly provider: string; readonly limits: Budget; readonly paid: boolean }

type Surroundings = {
  readonly memory: BudgetMemory
  readonly remote: (provider: string) => RemoteLedger
  readonly background: (work: Promise<unknown>) => void
  readonly now: () => number
}

/** Calls drawn at once: a wait for the ledger, and a write of it, once in so many calls. */
const BLOCK = 20
const PATIENCE_MS = 1_000
/** With the ledger out of reach, ask it again after this long. */
const BLIND_MS = 5_000

export function budgets({ memory, remote, background, now }: Surroundings): Budgets {
  const blockOf = (provider: string): Block => {
    let block = memory.get(provider)
    if (block === undefined) memory.set(provider, (block = { left: 0, lapsesAt: 0, dryUntil: 0, drawing: null }))
    return block
  }
  const draw = async ({ provider, limits, paid }: Account, block: Block, units: number): Promise<void> => {
    const kept = now() < block.lapsesAt ? block.left : Math.min(0, block.left)
    try {
      // What was overdrawn by `charge` is drawn along with the next block.
      const { granted, until } = await inTime(PATIENCE_MS, remote(provider).draw(Math.max(BLOCK, units) - Math.min(0, kept), limits))
      block.left = kept + granted
      if (granted > 0) block.lapsesAt = until
      else block.dryUntil = until
    } catch (error) {
      log('warn', 'location.ledger_unreachable', null, { provider, error: describeError(error) })
      block.lapsesAt = now() + BLIND_MS
      if (paid) block.dryUntil = block.lapsesAt
      else block.left = Math.max(BLOCK, units)
    }
  }
  return {
    async spend(account, units) {
      const block = blockOf(account.provider)
      for (;;) {
        if (now() < block.dryUntil) return { ok: false, until: block.dryUntil }
        if (block.left >= units && now() < block.lapsesAt) {
          block.left -= units
          return { ok: true }
        }
        if (block.drawing === null) {
          block.drawing = draw(account, block, units).finally(() => (block.drawing = null))
          background(block.drawing)
        }
        await block.drawing
      }
    },
    refund({ provider }, units) {
      blockOf(provider).left += units
    },
    charge({ provider }, units) {
      blockOf(provider).left -= units
    },
  }
}
