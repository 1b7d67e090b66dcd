import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { GatewayEnv } from '../bindings.ts'
import { SESSION_SECONDS } from './token.ts'

const NAME = 'yeojeong_session'

export function sessionCookie(c: Context<GatewayEnv>): string | undefined {
  return getCookie(c, NAME)
}

/** Out of reach of scripts and of other sites' requests; plain HTTP only where a developer runs it. */
export function setSessionCookie(c: Context<GatewayEnv>, token: string): void {
  setCookie(c, NAME, token, {
    httpOnly: true,
    secure: c.env.ENVIRONMENT === 'production',
    sameSite: 'Lax',
    path: '/',
    maxAge: SESSION_SECONDS,
  })
}
