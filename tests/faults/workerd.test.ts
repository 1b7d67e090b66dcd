import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestHarness, type TestHarness } from 'wrangler'
import { ROOT } from '../../tools/stack/paths.ts'
import { startFakeMcp, type FakeMcp } from '../fakes/mcp-server.ts'
import { PLAYERS } from '../fakes/players.ts'
import { SPOTS } from '../fakes/spots.ts'
import { KEY, WIRE_FAULTS } from './faults.ts'

/** The same faults of the wire where the client really runs: sockets, streams and aborts are not Node's there. */
let server: TestHarness
let worker = ''
let fake: FakeMcp
beforeAll(async () => {
  const atlas = PLAYERS.find(({ adapter }) => adapter.id === 'atlas')!
  fake = await startFakeMcp('modern', (tool, args) => atlas.reply(SPOTS, tool, args))
  server = createTestHarness({ root: ROOT, workers: [{ configPath: 'tests/faults/wrangler.toml' }] })
  worker = (await server.listen()).url.href
})
afterAll(async () => {
  await server.close()
  await fake.close()
})
beforeEach(() => {
  fake.fault = null
  fake.seen.length = 0
})

async function ask(timeoutMs: number, forget = true): Promise<{ outcome: object; answer: { ok: boolean } }> {
  const response = await fetch(worker, { method: 'POST', body: JSON.stringify({ url: fake.url, timeoutMs, key: KEY, forget }) })
  return (await response.json()) as { outcome: object; answer: { ok: boolean } }
}

/** The local runtime's way out is a proxy: it makes a 502 of a reset, and holds on to a body that was cut off. */
const THROUGH_A_PROXY: { readonly [name: string]: { readonly reason: string; readonly slow: boolean } } = {
  'a connection reset': { reason: 'http', slow: false },
  'a body cut off': { reason: 'timeout', slow: true },
}

describe('in workerd', () => {
  test('a known server is asked with one POST', async () => {
    expect((await ask(60_000, false)).answer.ok).toBe(true)
    fake.seen.length = 0
    expect((await ask(60_000, false)).answer.ok).toBe(true)
    expect(fake.seen.map(({ rpc }) => rpc)).toEqual(['tools/call'])
  })
  test.each(WIRE_FAULTS)('$name', async ({ name, fault, outcome, retryAfterMs, ...told }) => {
    const { reason, slow } = { ...told, ...THROUGH_A_PROXY[name] }
    fake.fault = fault
    const result = await ask(slow === true ? 400 : 60_000)
    expect(result).toMatchObject({
      answer: { ok: false },
      outcome: { kind: outcome, ...(reason === undefined ? {} : { reason }), ...(retryAfterMs === undefined ? {} : { retryAfterMs }) },
    })
    expect(JSON.stringify(result)).not.toContain(KEY)
  })
})
