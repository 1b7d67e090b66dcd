import { err, type Result } from '@yeojeong/domain'
import { DurableObject } from 'cloudflare:workers'
import { TokenLedger, type TokenProblem } from './token-ledger.ts'

/** Where the token is from: secrets are named, so that none crosses the wire but the token itself. */
export type TokenRequest = { readonly tokenUrl: string; readonly clientIdSecret: string; readonly refreshSecret: string }

/** One object per provider whose refresh token changes with every use: its only keeper. */
export class TokenKeeper extends DurableObject<Readonly<Record<string, unknown>>> {
  readonly #ledger = new TokenLedger(this.ctx.storage, (url, init) => fetch(url, init), Date.now)

  async token({ tokenUrl, clientIdSecret, refreshSecret }: TokenRequest, stale: string | null): Promise<Result<string, TokenProblem>> {
    const clientId = this.env[clientIdSecret]
    const seed = this.env[refreshSecret]
    if (typeof clientId !== 'string' || typeof seed !== 'string') return err({ kind: 'rejected' })
    return this.#ledger.token({ tokenUrl, clientId, seed }, stale)
  }
}
