import { serviceError } from '@yeojeong/contracts'
import { createMiddleware } from 'hono/factory'
import type { GatewayEnv } from '../bindings.ts'
import { ServiceFailure } from '../problem.ts'

/**
 * Per caller: the session where there is one, else the address. Counted per Cloudflare location and approximate: a guard
 * against abuse, not a quota. Fails open: a broken limiter must not close the service.
 */
export const rateLimit = createMiddleware<GatewayEnv>(async (c, next) => {
  const reading = c.req.method === 'GET' || c.req.method === 'HEAD'
  const limiter = reading ? c.env.READ_LIMITER : c.env.WRITE_LIMITER
  const principal = c.get('principal') as GatewayEnv['Variables']['principal'] | undefined
  const key = principal?.userId ?? c.req.header('cf-connecting-ip') ?? 'unknown'
  const { success } = await limiter.limit({ key }).catch(() => ({ success: true }))
  if (!success) throw new ServiceFailure(serviceError('rate_limited', 'Too many requests in the last minute.'))
  await next()
})
