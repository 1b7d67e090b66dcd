import { err, ok, type CallOutcome, type Result } from '@yeojeong/domain'
import * as z from 'zod'

/** A refusal lasts: asking again with a token that is spent only tells them so again. */
const REFUSED_MS = 600_000
/** Renewed this long before it ends. */
const EARLY_MS = 60_000
const TIMEOUT_MS = 5_000
const NAME = 'tokens'

export type TokenSource = {
  readonly tokenUrl: string
  readonly clientId: string
  /** The token an operator was given first. */ readonly seed: string
}
export type TokenProblem = Exclude<CallOutcome, { kind: 'ok' }>

const Kept = z.object({
  /** Digest of the seed these descend from: a new seed starts over. */
  seedDigest: z.string(),
  refreshToken: z.string(),
  accessToken: z.string().nullable(),
  expiresAt: z.number(),
  refusedAt: z.number().nullable(),
})
type Kept = z.infer<typeof Kept>

const Answer = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  expires_in: z.number().positive().default(3_600),
})

type Storage = { readonly kv: { get(key: string): unknown; put(key: string, value: unknown): void } }

/**
 * The one writer of a refresh token that changes with every use (OAuth 2.1, 4.3.1: the old one dies). Two refreshes at
 * once would spend it twice and lose it, so all who ask meanwhile wait for the same one.
 */
export class TokenLedger {
  readonly #storage: Storage
  readonly #fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly #now: () => number
  #running: Promise<Result<string, TokenProblem>> | null = null

  constructor(storage: Storage, fetch: (url: string, init: RequestInit) => Promise<Response>, now: () => number) {
    this.#storage = storage
    this.#fetch = fetch
    this.#now = now
  }

  /** A token good for the next minute; `stale` = this one was refused though it should be good. */
  async token(source: TokenSource, stale: string | null): Promise<Result<string, TokenProblem>> {
    const seedDigest = await digestOf(source.seed)
    // From here to the start of a refresh nothing may be awaited: a second one would spend a token that is gone.
    const kept = this.#kept(source.seed, seedDigest)
    if (kept.accessToken !== null && kept.accessToken !== stale && this.#now() < kept.expiresAt - EARLY_MS) return ok(kept.accessToken)
    if (kept.refusedAt !== null && this.#now() - kept.refusedAt < REFUSED_MS) return err({ kind: 'rejected' })
    this.#running ??= this.#refresh(source, kept).finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async #refresh({ tokenUrl, clientId }: TokenSource, kept: Kept): Promise<Result<string, TokenProblem>> {
    const body = new URLSearchParams({ grant_type: 'refresh_token', client_id: clientId, refresh_token: kept.refreshToken })
    const response = await this.#fetch(tokenUrl, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => null)
    if (response === null) return err({ kind: 'failure', reason: 'network' })
    if (response.status >= 400 && response.status < 500 && response.status !== 408 && response.status !== 429) {
      void response.body?.cancel()
      this.#storage.kv.put(NAME, { ...kept, accessToken: null, refusedAt: this.#now() })
      return err({ kind: 'rejected' })
    }
    const answer = response.ok ? Answer.safeParse(await response.json().catch(() => null)) : null
    if (answer?.success !== true) return err({ kind: 'failure', reason: response.ok ? 'unreadable' : 'http' })
    const { access_token, refresh_token, expires_in } = answer.data
    // Before anybody hears of it: the new refresh token exists nowhere else.
    this.#storage.kv.put(NAME, {
      ...kept,
      refreshToken: refresh_token ?? kept.refreshToken,
      accessToken: access_token,
      expiresAt: this.#now() + expires_in * 1_000,
      refusedAt: null,
    })
    return ok(access_token)
  }

  #kept(seed: string, seedDigest: string): Kept {
    const stored = Kept.safeParse(this.#storage.kv.get(NAME))
    if (stored.success && stored.data.seedDigest === seedDigest) return stored.data
    return { seedDigest, refreshToken: seed, accessToken: null, expiresAt: 0, refusedAt: null }
  }
}

async function digestOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
