import { DurableObject } from 'cloudflare:workers'
import type { BreakerConfig, Permit } from '@yeojeong/domain'
import { log, newId } from '@yeojeong/worker-kit'
import { BreakerConfigMessage, BreakerKeeper, BreakerReport, Operator, type Verdict } from './breaker-keeper.ts'

export { BreakerKeeper, type BreakerReport, type Verdict } from './breaker-keeper.ts'

const NAME = 'breaker'

/** One provider's breaker for all isolates; named by the provider's id. Every method decides without awaiting anything. */
export class ProviderBreaker extends DurableObject {
  readonly #keeper = new BreakerKeeper(
    { get: () => this.ctx.storage.kv.get(NAME), put: (value) => this.ctx.storage.kv.put(NAME, value) },
    {
      alert: (level, event, fields) => log(level, event, null, { provider: this.ctx.id.name ?? null, ...fields }),
      now: () => Date.now(),
      newId: () => newId('prb'),
    },
  )

  async verdict(): Promise<Verdict> {
    return this.#keeper.verdict
  }

  /** Asks for a permit; the one who gets the probe must report under its id. */
  async permit(config: BreakerConfig): Promise<{ permit: Permit; verdict: Verdict }> {
    return this.#keeper.permit(BreakerConfigMessage.parse(config))
  }

  async report(raw: BreakerReport, config: BreakerConfig): Promise<Verdict> {
    return this.#keeper.report(BreakerReport.parse(raw), BreakerConfigMessage.parse(config))
  }

  async isolate(by: string): Promise<Verdict> {
    return this.#keeper.isolate(Operator.parse(by))
  }

  async release(by: string): Promise<Verdict> {
    return this.#keeper.release(Operator.parse(by))
  }
}
