import { DurableObject } from 'cloudflare:workers'
import { log } from '@yeojeong/worker-kit'
import * as z from 'zod'
import { BudgetKeeper, BudgetLimits, Seen, type Draw, type Spending } from './budget-keeper.ts'

export { BudgetKeeper, type BudgetLimits, type Draw, type Seen, type Spending } from './budget-keeper.ts'

const NAME = 'ledger'
const Wanted = z.number().int().min(1).max(100_000)

/** One provider's spending; named by the provider's id. One row, written once for a block of calls. */
export class BudgetLedger extends DurableObject {
  readonly #keeper = new BudgetKeeper(
    { get: () => this.ctx.storage.kv.get(NAME), put: (value) => this.ctx.storage.kv.put(NAME, value) },
    () => Date.now(),
    (fields) => log('warn', 'budget.nearly_spent', null, { alert: true, provider: this.ctx.id.name ?? null, ...fields }),
  )

  /** Takes up to `wanted` calls out of the budget, as many as there are. */
  async draw(wanted: number, limits: BudgetLimits): Promise<Draw> {
    return this.#keeper.draw(Wanted.parse(wanted), BudgetLimits.parse(limits))
  }

  /** How the cache did since an isolate last said so. */
  async note(seen: Seen): Promise<void> {
    this.#keeper.note(Seen.parse(seen))
  }

  async spending(): Promise<Spending> {
    return this.#keeper.spending
  }
}
