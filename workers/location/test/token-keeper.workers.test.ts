import { env } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => vi.restoreAllMocks())

const request = { tokenUrl: 'https://auth.example/token', clientIdSecret: 'PLAYMCP_CLIENT_ID', refreshSecret: 'PLAYMCP_REFRESH_TOKEN' }

// The first object of a run starts cold, on a machine that may be busy.
test('isolates that ask at once get one token, and the refresh token is spent once', async () => {
  const spent: unknown[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (_url, init) => {
    spent.push((init!.body as URLSearchParams).get('refresh_token'))
    return Response.json({ access_token: `access-${spent.length}`, refresh_token: `refresh-${spent.length}`, expires_in: 43_199 })
  })
  const ask = (stale: string | null) => env.TOKEN_KEEPER.getByName('playmcp').token(request, stale)
  expect(await Promise.all([ask(null), ask(null), ask(null)])).toEqual(Array.from({ length: 3 }, () => ({ ok: true, value: 'access-1' })))
  expect(await ask('access-1')).toEqual({ ok: true, value: 'access-2' })
  expect(spent).toEqual(['first', 'refresh-1'])
}, 30_000)

test('without its secrets nobody is asked', async () => {
  const out = vi.spyOn(globalThis, 'fetch')
  const answer = await env.TOKEN_KEEPER.getByName('other').token({ ...request, refreshSecret: 'NOT_SET' }, null)
  expect(answer).toEqual({ ok: false, error: { kind: 'rejected' } })
  expect(out).not.toHaveBeenCalled()
})
