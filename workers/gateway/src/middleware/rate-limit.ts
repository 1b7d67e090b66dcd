import { serviceError } from '@yeojeong/contracts'
import { createMiddleware } from 'hono/factory'
import type { GatewayEnv } from '../bindings.ts'
import { ServiceFailure } from '../problem.ts'

/**
 * Asking the limiter costs as much as the read it guards, so that one read in this many is counted, by lot, and stands for
 * all of them: `READ_LIMITER` in wrangler.toml allows that much less. Every write is counted.
 */
const READS_PER_COUNT = 8
/** Who was refused is refused again without being counted, for a while. */
const REFUSED_MS = 5_000
const MOST_REFUSED = 1_000
const refusedUntil = new Map<string, number>()

/**
 * Per caller: the session where there is one, else the address. Counted per Cloudflare location and approximate: a guard
 * against abuse, not a quota. Fails open: a broken limiter must not close the service.
 */
export const rateLimit = createMiddleware<GatewayEnv>(async (c, next) => {
  const reading = c.req.method === 'GET' || c.req.method === 'HEAD'
  const principal = c.get('principal') as GatewayEnv['Variables']['principal'] | undefined
  const key = principal?.userId ?? c.req.header('cf-connecting-ip') ?? 'unknown'
  const allowed = reading ? await mayRead(c.env.READ_LIMITER, key) : await isWithin(c.env.WRITE_LIMITER, key)
  if (!allowed) throw new ServiceFailure(serviceError('rate_limited', 'Too many requests in the last minute.'))
  await next()
})

async function mayRead(limiter: RateLimit, key: string): Promise<boolean> {
  if ((refusedUntil.get(key) ?? 0) > Date.now()) return false
  if (Math.random() * READS_PER_COUNT >= 1 || (await isWithin(limiter, key))) return true
  if (refusedUntil.size >= MOST_REFUSED) refusedUntil.clear()
  refusedUntil.set(key, Date.now() + REFUSED_MS)
  return false
}

async function isWithin(limiter: RateLimit, key: string): Promise<boolean> {
  const { success } = await limiter.limit({ key }).catch(() => ({ success: true }))
  return success
}
