import { describe, expect, test } from 'vitest'
import { TokenLedger, type TokenSource } from './token-ledger.ts'

const source: TokenSource = { tokenUrl: 'https://auth.example/token', clientId: 'client', seed: 'first' }

/** An authorization server whose refresh tokens are good once. */
function authority() {
  let good = 'first'
  let issued = 0
  const seen: string[] = []
  return {
    seen,
    status: 200,
    async fetch(this: { status: number }, _url: string, init: RequestInit): Promise<Response> {
      const refresh = (init.body as URLSearchParams).get('refresh_token') ?? ''
      seen.push(refresh)
      await Promise.resolve()
      if (this.status !== 200) return new Response('no', { status: this.status })
      if (refresh !== good) return Response.json({ error: 'invalid_grant' }, { status: 400 })
      issued += 1
      good = `refresh-${issued}`
      return Response.json({ access_token: `access-${issued}`, refresh_token: good, expires_in: 600 })
    },
  }
}

function setUp() {
  const stored = new Map<string, unknown>()
  const storage = {
    kv: { get: (key: string) => stored.get(key), put: (key: string, value: unknown) => void stored.set(key, structuredClone(value)) },
  }
  const server = authority()
  let now = 0
  const ledger = () =>
    new TokenLedger(
      storage,
      (url, init) => server.fetch(url, init),
      () => now,
    )
  return { server, ledger, pass: (ms: number) => (now += ms) }
}

describe('a refresh token that changes with every use', () => {
  test('is spent once, however many ask at once', async () => {
    const { server, ledger } = setUp()
    const one = ledger()
    const answers = await Promise.all(Array.from({ length: 20 }, () => one.token(source, null)))
    expect(answers).toEqual(Array.from({ length: 20 }, () => ({ ok: true, value: 'access-1' })))
    expect(server.seen).toEqual(['first'])
  })
  test('survives the loss of the object: the next one goes on with the newest', async () => {
    const { server, ledger, pass } = setUp()
    await ledger().token(source, null)
    expect(await ledger().token(source, null)).toEqual({ ok: true, value: 'access-1' })
    pass(600_000)
    expect(await ledger().token(source, null)).toEqual({ ok: true, value: 'access-2' })
    expect(server.seen).toEqual(['first', 'refresh-1'])
  })
  test('is renewed when its access token is refused before its time', async () => {
    const { ledger } = setUp()
    const one = ledger()
    await one.token(source, null)
    expect(await one.token(source, 'access-1')).toEqual({ ok: true, value: 'access-2' })
  })
  test('that is refused is not tried again at once, but a new seed is', async () => {
    const { server, ledger } = setUp()
    const lost = { ...source, seed: 'long spent' }
    expect(await ledger().token(lost, null)).toEqual({ ok: false, error: { kind: 'rejected' } })
    expect(await ledger().token(lost, null)).toEqual({ ok: false, error: { kind: 'rejected' } })
    expect(server.seen).toEqual(['long spent'])
    expect(await ledger().token(source, null)).toEqual({ ok: true, value: 'access-1' })
  })
  test('is kept while its server is out', async () => {
    const { server, ledger } = setUp()
    server.status = 503
    expect(await ledger().token(source, null)).toEqual({ ok: false, error: { kind: 'failure', reason: 'http' } })
    server.status = 200
    expect(await ledger().token(source, null)).toEqual({ ok: true, value: 'access-1' })
  })
})
