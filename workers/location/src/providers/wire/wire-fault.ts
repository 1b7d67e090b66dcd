import type { CallOutcome, FailureReason } from '@yeojeong/domain'

/** Why an exchange with a provider came to nothing. `outcome` is for its breaker; `detail` is fit for a log: no key, no question. */
export class WireFault extends Error {
  override readonly name = 'WireFault'
  readonly outcome: CallOutcome
  constructor(outcome: CallOutcome, detail: string) {
    super(detail)
    this.outcome = outcome
  }
}

export function failure(reason: FailureReason, detail: string): WireFault {
  return new WireFault({ kind: 'failure', reason }, detail)
}
