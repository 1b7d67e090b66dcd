import { serviceError, type ServiceError } from '@yeojeong/contracts'
import { err, type Result } from '@yeojeong/domain'
import type { Account } from '../budget/budgets.ts'
import type { Deps } from '../deps.ts'
import type { Adapter, ToolUse } from '../providers/adapter.ts'

/** A lane that is not free by then: better to ask somebody else. */
const LANE_PATIENCE_MS = 1_000
/** A call may end this long after its time-out and not be lost. */
const LANE_SLACK_MS = 1_000

/** One call behind everything that may forbid it, cheapest first: the breaker as far as known, a lane, the budget, a permit. */
export async function guardedCall<Q, A>(
  deps: Deps,
  adapter: Adapter,
  use: ToolUse<Q, A>,
  question: Q,
  deadlineAt: number,
): Promise<Result<A, ServiceError>> {
  const { breakers, budgets, lanes, now } = deps
  const refused = breakers.refusedUntil(adapter.id)
  if (refused !== undefined) return err(out(refused, now()))
  const patienceMs = Math.min(LANE_PATIENCE_MS, deadlineAt - now())
  const leave = await lanes.enter(adapter.id, adapter.maxConcurrent, patienceMs, adapter.timeoutMs + LANE_SLACK_MS)
  if (leave === null) return err(busy(1))
  try {
    const account: Account = { provider: adapter.id, limits: adapter.budget, paid: use.priceUsd > 0 }
    const units = use.units?.(question) ?? 1
    const spent = await budgets.spend(account, units)
    if (!spent.ok) return err(busy((spent.until - now()) / 1_000))
    const raised = deps.cache.store.down
    const permit = await breakers.permit(adapter.id, raised)
    if (permit.kind === 'refuse') {
      budgets.refund(account, units)
      return err(out(permit.until, now()))
    }
    const { outcome, answer, calls } = await deps.call(adapter, use, question, deadlineAt)
    if (calls === 0) budgets.refund(account, units)
    else {
      budgets.charge(account, (calls - 1) * units)
      breakers.report(adapter.id, outcome, permit, raised)
    }
    return answer
  } finally {
    leave()
  }
}

/** Everything is spent or under way: the caller is told when to come back. */
function busy(afterS: number): ServiceError {
  return serviceError('rate_limited', 'Place providers are asked too often at the moment.', { retryAfterS: Math.max(1, Math.ceil(afterS)) })
}

function out(until: number | null, now: number): ServiceError {
  return serviceError(
    'provider_unavailable',
    'A place provider does not answer.',
    until === null ? {} : { retryAfterS: Math.max(1, Math.ceil((until - now) / 1_000)) },
  )
}
