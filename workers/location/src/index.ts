import { depsOf } from './deps-of-env.ts'
import { warm } from './warming/warm.ts'

export { BudgetLedger } from '@yeojeong/durable-objects/budget-ledger'
export { FlightLease } from '@yeojeong/durable-objects/flight-lease'
export { ProviderBreaker } from '@yeojeong/durable-objects/provider-breaker'
export { TokenKeeper } from '@yeojeong/durable-objects/token-keeper'
export { LocationService } from './service.ts'

/** Reached by RPC only; a plain request has nothing to find here. By cron, popular destinations are kept warm. */
export default {
  fetch: () => new Response(null, { status: 404 }),
  scheduled(_controller, env, ctx) {
    ctx.waitUntil(warm(depsOf(env, ctx)))
  },
} satisfies ExportedHandler<Env>
