import { serviceError, UserId } from '@yeojeong/contracts'
import { newId } from '@yeojeong/worker-kit'
import * as z from 'zod'
import { refuseForeignOrigin } from '../middleware/authenticate.ts'
import { body, json, route, router } from '../openapi.ts'
import { ServiceFailure } from '../problem.ts'
import { setSessionCookie } from '../session/cookie.ts'
import { issueSession, readSession, SESSION_SECONDS } from '../session/token.ts'

const Session = z
  .object({ userId: UserId, role: z.enum(['guest', 'user', 'operator']), expiresAt: z.iso.datetime(), token: z.string().optional() })
  .meta({ id: 'Session' })

const startGuest = route(
  {
    method: 'post',
    path: '/auth/guest',
    summary: 'Start a guest session',
    description:
      'A session without an account. `delivery: "cookie"` sets an HttpOnly cookie; `"token"` returns a bearer token instead, for programs.',
    request: {
      body: { content: { 'application/json': { schema: z.object({ delivery: z.enum(['cookie', 'token']).default('cookie') }) } } },
    },
    responses: { 201: json(Session, 'The new session') },
  },
  'validation_failed',
  'rate_limited',
)

const adopt = route(
  {
    method: 'post',
    path: '/auth/session',
    summary: 'Turn a token into a browser session',
    description: 'Hands a session over from a program to a browser, as `npm start` does with the link it prints.',
    request: { body: body(z.object({ token: z.string().min(1).max(4_096) })) },
    responses: { 200: json(Session, 'The session, now in a cookie') },
  },
  'unauthenticated',
  'forbidden',
)

export const auth = router()

auth.openapi(startGuest, async (c) => {
  const { delivery } = c.req.valid('json') ?? { delivery: 'cookie' }
  const principal = { userId: newId('usr'), role: 'guest' } as const
  const nowS = Math.floor(Date.now() / 1000)
  const token = await issueSession(principal, c.env.SESSION_SECRET, nowS)
  const session = { ...principal, expiresAt: new Date((nowS + SESSION_SECONDS) * 1000).toISOString() }
  if (delivery === 'token') return c.json({ ...session, token }, 201)
  setSessionCookie(c, token)
  return c.json(session, 201)
})

auth.openapi(adopt, async (c) => {
  refuseForeignOrigin(c)
  const { token } = c.req.valid('json')
  const principal = await readSession(token, c.env.SESSION_SECRET)
  if (principal === null || principal.role === 'system') throw new ServiceFailure(serviceError('unauthenticated'))
  setSessionCookie(c, token)
  return c.json(
    { userId: principal.userId, role: principal.role, expiresAt: new Date(Date.now() + SESSION_SECONDS * 1000).toISOString() },
    200,
  )
})
