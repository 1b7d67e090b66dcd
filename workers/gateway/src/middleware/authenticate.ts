import { serviceError, type CallContext, type Principal } from '@yeojeong/contracts'
import { createMiddleware } from 'hono/factory'
import type { Context } from 'hono'
import type { GatewayEnv } from '../bindings.ts'
import { ServiceFailure } from '../problem.ts'
import { sessionCookie } from '../session/cookie.ts'
import { readSession } from '../session/token.ts'
import { languageOf } from './request-context.ts'

/** Longest a request waits for the services behind it. */
const REQUEST_DEADLINE_MS = 10_000
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Verifies the session in memory, refuses other sites' writes, and makes the context every service call carries. */
export const authenticate = createMiddleware<GatewayEnv>(async (c, next) => {
  const principal = await principalOf(c)
  if (principal === null) throw new ServiceFailure(serviceError('unauthenticated'))
  c.set('principal', principal)
  c.set('callContext', contextFor(c, principal))
  await next()
})

/** Stands for whoever asks without a session where none is needed; owns nothing, and is limited by address. */
const ANYBODY: Principal = { userId: 'usr_anybody', role: 'guest' }

/** For routes whose address alone is the right to what they show. */
export const withoutSession = createMiddleware<GatewayEnv>(async (c, next) => {
  c.set('callContext', contextFor(c, ANYBODY))
  await next()
})

function contextFor(c: Context<GatewayEnv>, principal: Principal): CallContext {
  return {
    requestId: c.get('requestId'),
    traceparent: c.get('traceparent'),
    principal,
    deadlineAt: Date.now() + REQUEST_DEADLINE_MS,
    language: languageOf(c.req.header('accept-language')),
  }
}

async function principalOf(c: Context<GatewayEnv>): Promise<Principal | null> {
  const bearer = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  if (bearer !== undefined) return readSession(bearer, c.env.SESSION_SECRET)
  const cookie = sessionCookie(c)
  if (cookie === undefined) return null
  if (!SAFE.has(c.req.method)) refuseForeignOrigin(c)
  return readSession(cookie, c.env.SESSION_SECRET)
}

/** A browser sends the cookie by itself, so a write that carries it must come from our own page (OWASP CSRF, origin check). */
export function refuseForeignOrigin(c: Context<GatewayEnv>): void {
  const origin = c.req.header('origin')
  if (origin !== undefined && origin !== new URL(c.req.url).origin) {
    throw new ServiceFailure(serviceError('forbidden', 'The request comes from another site.'))
  }
}
