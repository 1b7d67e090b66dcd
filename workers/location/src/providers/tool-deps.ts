import type { FetchLike } from '@modelcontextprotocol/client'
import { err, ok, type CallOutcome, type Result } from '@yeojeong/domain'
import type { AuthStrategy, Endpoint } from './adapter.ts'
import { inTime } from './wire/body.ts'
import type { KnownServers } from './wire/known-servers.ts'

type RefreshToken = Extract<AuthStrategy, { kind: 'refresh-token' }>

/** What calling a provider takes from its surroundings. */
export type ToolDeps = {
  /** Null where the binding does not exist in this deployment. */
  readonly fetchOf: (endpoint: Endpoint) => FetchLike | null
  readonly secret: (name: string) => string | undefined
  /** A good access token from its one keeper; `stale` = this one was just refused. */
  readonly accessToken: (auth: RefreshToken, stale: string | null) => Promise<Result<string, Exclude<CallOutcome, { kind: 'ok' }>>>
  readonly known: KnownServers
  readonly now: () => number
}

export type Proof = {
  readonly headers: Readonly<Record<string, string>>
  /** Cuts our own secrets out of a text. */
  readonly scrub: (text: string) => string
  /** The token that could be renewed if refused; null = refused is refused. */
  readonly renewable: string | null
}

/** The headers that prove who we are to this provider, and what must not come back out. */
export async function proofOf(
  auth: AuthStrategy,
  deps: ToolDeps,
  stale: string | null,
  signal: AbortSignal,
): Promise<Result<Proof, Exclude<CallOutcome, { kind: 'ok' }>>> {
  if (auth.kind === 'none') return ok({ headers: {}, scrub: (text) => text, renewable: null })
  if (auth.kind === 'header') {
    const secret = deps.secret(auth.secret)
    if (secret === undefined) return err({ kind: 'rejected' })
    return ok({ headers: { [auth.header]: `${auth.prefix ?? ''}${secret}` }, scrub: scrubber([secret]), renewable: null })
  }
  const token = await inTime(deps.accessToken(auth, stale), signal).catch(() => err({ kind: 'failure', reason: 'timeout' } as const))
  return token.ok
    ? ok({ headers: { authorization: `Bearer ${token.value}` }, scrub: scrubber([token.value]), renewable: token.value })
    : token
}

function scrubber(secrets: readonly string[]): (text: string) => string {
  const forms = secrets.flatMap((secret) => [secret, encodeURIComponent(secret)])
  return (text) => forms.reduce((rest, form) => rest.replaceAll(form, '[redacted]'), text)
}
