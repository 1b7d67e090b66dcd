import { Principal } from '@yeojeong/contracts'
import { sign, verify } from 'hono/jwt'
import * as z from 'zod'

/** A guest's session lasts this long; the page renews it by using it. */
export const SESSION_SECONDS = 30 * 24 * 3_600

const Claims = z.object({
  sub: Principal.shape.userId,
  role: z.enum(['guest', 'user', 'operator']),
  exp: z.number(),
  iss: z.literal('yeojeong'),
})

/**
 * The short signed token the gateway verifies in memory (JWT, HS256). Until the Auth Service issues it, the gateway
 * signs guests' own; nothing else in the product knows how a session is made.
 */
export async function issueSession(principal: Principal, secret: string, nowS: number): Promise<string> {
  return sign({ sub: principal.userId, role: principal.role, iat: nowS, exp: nowS + SESSION_SECONDS, iss: 'yeojeong' }, secret, 'HS256')
}

type Verified = { readonly principal: Principal; readonly expS: number }

/** Tokens this isolate has verified, the newest last: a signature is checked once, its expiry every time. */
const verified = new Map<string, Verified>()
const MOST_VERIFIED = 2_000

/** Who a token stands for; null for one that is forged, expired or not ours. */
export async function readSession(token: string, secret: string): Promise<Principal | null> {
  const key = `${secret}.${token}`
  const known = verified.get(key) ?? (await verifiedOf(token, secret))
  if (known === null || known.expS <= Date.now() / 1_000) {
    verified.delete(key)
    return null
  }
  if (!verified.has(key)) remember(key, known)
  return known.principal
}

async function verifiedOf(token: string, secret: string): Promise<Verified | null> {
  try {
    const { sub, role, exp } = Claims.parse(await verify(token, secret, 'HS256'))
    return { principal: { userId: sub, role }, expS: exp }
  } catch {
    return null
  }
}

function remember(key: string, session: Verified): void {
  verified.set(key, session)
  const [oldest] = verified.keys()
  if (verified.size > MOST_VERIFIED && oldest !== undefined) verified.delete(oldest)
}
