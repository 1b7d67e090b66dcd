export { BudgetLedger } from '@yeojeong/durable-objects/budget-ledger'
export { FlightLease } from '@yeojeong/durable-objects/flight-lease'
export { ProviderBreaker } from '@yeojeong/durable-objects/provider-breaker'
export { TokenKeeper } from '@yeojeong/durable-objects/token-keeper'
export { LocationService } from './service.ts'

/** Reached by RPC only; a plain request has nothing to find here. */
export default { fetch: () => new Response(null, { status: 404 }) } satisfies ExportedHandler
