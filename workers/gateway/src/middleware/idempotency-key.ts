import { serviceError } from '@yeojeong/contracts'
import type { Context } from 'hono'
import type { GatewayEnv } from '../bindings.ts'
import { ServiceFailure } from '../problem.ts'

/** The key of a POST that creates. It goes into the id of what is created, so a retry finds the first one. */
export function idempotencyKey(c: Context<GatewayEnv>): string {
  const key = c.req.header('idempotency-key')
  if (key === undefined || !/^[\x21-\x7e]{8,200}$/.test(key)) throw new ServiceFailure(serviceError('idempotency_key_missing'))
  return key
}
