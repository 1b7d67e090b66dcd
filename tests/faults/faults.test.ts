import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { PlaceQuery } from '@yeojeong/contracts'
import { ask, BREAKER_DEFAULTS, CLOSED, err, ok, report, type BreakerState, type CallOutcome } from '@yeojeong/domain'
import type { Adapter } from '../../workers/location/src/providers/adapter.ts'
import { callTool } from '../../workers/location/src/providers/call-tool.ts'
import type { ToolDeps } from '../../workers/location/src/providers/tool-deps.ts'
import { knownServers } from '../../workers/location/src/providers/wire/known-servers.ts'
import { startFakeMcp, type Era, type FakeMcp, type ToolReply } from '../fakes/mcp-server.ts'
import { PLAYERS, type Player } from '../fakes/players.ts'
import { NEAR, SPOTS, type Spot } from '../fakes/spots.ts'
import { KEY, WIRE_FAULTS, WORDS } from './faults.ts'

const QUESTION: PlaceQuery = { query: 'forbidden 429 quota', near: NEAR, radiusM: 5_000, language: 'ko', limit: 10 }
/** Where nothing is slow by intent, a fault not noticed at once runs into vitest's own time-out. */
const PATIENT_MS = 60_000

let open: FakeMcp[] = []
let logged: string[] = []
beforeEach(() => {
  logged = []
  for (const level of ['log', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((line: unknown) => void logged.push(String(line)))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await Promise.all(open.map((fake) => fake.close()))
  open = []
})

function deps(): ToolDeps {
  return {
    fetchOf: () => (url, init) => fetch(url, init),
    secret: () => KEY,
    accessToken: async (_auth, stale) => (stale === null ? ok(KEY) : err({ kind: 'rejected' })),
    known: knownServers(),
    now: Date.now,
  }
}

async function start(era: Era, player: Player, spots: readonly Spot[] = SPOTS, reply?: ToolReply): Promise<FakeMcp> {
  const fake = await startFakeMcp(era, (tool, args) => reply ?? player.reply(spots, tool, args))
  open.push(fake)
  return fake
}

/** As configured, but with its server on loopback and somebody who proves themselves with `KEY`. */
function at(fake: FakeMcp, { adapter }: Player, timeoutMs: number): Adapter {
  const auth: Adapter['auth'] = adapter.auth.kind === 'none' ? { kind: 'header', header: 'x-goog-api-key', secret: 'KEY' } : adapter.auth
  return { ...adapter, endpoint: { kind: 'url', url: fake.url }, auth, timeoutMs }
}

const search = (adapter: Adapter, d: ToolDeps, deadlineAt = Date.now() + PATIENT_MS) =>
  callTool(adapter, adapter.tools.search!, QUESTION, deadlineAt, d)

/** What five such reports in a row, and one alone, do to a breaker. */
function breakerAfter(outcome: CallOutcome, times: number): BreakerState {
  return Array.from({ length: times }).reduce<BreakerState>((state) => report(state, outcome, null, 1_000, BREAKER_DEFAULTS), CLOSED)
}

function expectEffect(outcome: CallOutcome): void {
  const once = breakerAfter(outcome, 1)
  if (outcome.kind === 'ok') expect(breakerAfter(outcome, 50)).toEqual(CLOSED)
  if (outcome.kind === 'failure') {
    expect(once.status).toBe('closed')
    expect(breakerAfter(outcome, 5)).toMatchObject({ status: 'open', cause: 'failures' })
  }
  if (outcome.kind === 'rejected') expect(once).toMatchObject({ status: 'open', cause: 'rejected' })
  if (outcome.kind === 'throttled') {
    expect(once).toMatchObject({ status: 'open', cause: 'throttled', until: 1_000 + (outcome.retryAfterMs ?? BREAKER_DEFAULTS.openMs) })
    expect(ask(once, 1_001, BREAKER_DEFAULTS, 'p').permit.kind).toBe('refuse')
  }
}

function expectNoLeak(answer: unknown): void {
  expect(JSON.stringify(answer)).not.toContain(KEY)
  expect(logged.join('\n')).not.toContain(KEY)
}

/** The traveller's side: the next provider in line answers before the deadline, whatever the first one did. */
async function expectUsefulAnswer(faulty: Adapter, d: ToolDeps): Promise<void> {
  const healthy = PLAYERS[3]!
  const fake = await start('modern', healthy)
  const deadlineAt = Date.now() + 4_000
  const first = await search(faulty, d, deadlineAt)
  const answer = first.answer.ok ? first : await search(at(fake, healthy, 2_000), d, deadlineAt)
  expect(answer.answer).toMatchObject({ ok: true })
  expect(Date.now()).toBeLessThan(deadlineAt)
}

describe.each(PLAYERS)('$adapter.id', (player) => {
  test.each(['modern', 'session', 'stateless'] as const)('answers when all is well, %s', async (era) => {
    const fake = await start(era, player)
    const d = deps()
    const adapter = at(fake, player, 5_000)
    for (let round = 0; round < 2; round++) {
      const { answer, outcome } = await search(adapter, d)
      expect(outcome).toEqual({ kind: 'ok' })
      expect(answer.ok && answer.value.map(({ names, position }) => ({ name: names.ko, ...position }))).toEqual(
        SPOTS.map(({ name, lat, lng }) => ({ name, lat, lng })),
      )
    }
    // Known once, a call is one POST in every era: nothing but tool calls in the second round.
    const first = fake.seen.findIndex(({ rpc }) => rpc === 'tools/call')
    expect(fake.seen.slice(first).every(({ http, rpc }) => http === 'POST' && rpc === 'tools/call')).toBe(true)
  })

  test.each(WIRE_FAULTS)('$name', async ({ fault, outcome, reason, retryAfterMs, slow }) => {
    const fake = await start('modern', player)
    const d = deps()
    const adapter = at(fake, player, slow === true ? 250 : PATIENT_MS)
    fake.fault = fault
    const result = await search(adapter, d)
    expect(result.answer.ok).toBe(false)
    expect(result.outcome).toMatchObject({
      kind: outcome,
      ...(reason === undefined ? {} : { reason }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    })
    expectEffect(result.outcome)
    expectNoLeak(result)
    await expectUsefulAnswer(adapter, d)
  })

  test.each(WORDS)('in words: $name', async ({ text, outcome, found }) => {
    const fake = await start('session', player, SPOTS, { isError: true, content: [{ type: 'text', text }] })
    const d = deps()
    const result = await search(at(fake, player, PATIENT_MS), d)
    expect(result.outcome.kind).toBe(outcome)
    expect(result.answer).toEqual(found === 'empty' ? ok([]) : expect.objectContaining({ ok: false }))
    expectEffect(result.outcome)
    expectNoLeak(result)
  })

  test('a dead session, told as 404: begun again at once, and nobody hears of it', async () => {
    const fake = await start('session', player)
    const d = deps()
    const adapter = at(fake, player, PATIENT_MS)
    await search(adapter, d)
    fake.restart()
    expect((await search(adapter, d)).answer.ok).toBe(true)
  })

  test('a dead session, told as 400: the same', async () => {
    const fake = await start('session', player)
    const d = deps()
    const adapter = at(fake, player, PATIENT_MS)
    await search(adapter, d)
    let dead = true
    fake.fault = ({ res, rpc }) => {
      if (rpc.method === 'initialize') dead = false
      if (!dead || rpc.method !== 'tools/call') return false
      res
        .writeHead(400, { 'content-type': 'application/json' })
        .end('{"jsonrpc":"2.0","error":{"code":-32000,"message":"Bad Request: No valid session ID provided"},"id":null}')
      return true
    }
    expect((await search(adapter, d)).answer.ok).toBe(true)
  })

  test('an event stream that hangs up early and is taken up again', async () => {
    const fake = await start('stateless', player)
    let held: object | null = null
    fake.fault = ({ req, res, rpc, answer }) => {
      if (req.method === 'GET' && held !== null) {
        res.writeHead(200, { 'content-type': 'text/event-stream' }).end(`id: 2\ndata: ${JSON.stringify(held)}\n\n`)
        return req.headers['last-event-id'] === '1'
      }
      if (rpc.method !== 'tools/call') return false
      held = answer
      res.writeHead(200, { 'content-type': 'text/event-stream' }).end('id: 1\nretry: 10\ndata: \n\n')
      return true
    }
    expect((await search(at(fake, player, PATIENT_MS), deps())).answer.ok).toBe(true)
  })

  test('nothing found is an answer', async () => {
    const fake = await start('modern', player, [])
    const result = await search(at(fake, player, PATIENT_MS), deps())
    expect(result).toMatchObject({ outcome: { kind: 'ok' }, answer: { ok: true, value: [] } })
  })

  test('a payload of another shape is a failure', async () => {
    const fake = await start('modern', player, SPOTS, {
      structuredContent: { items: [1, 2] },
      content: [{ type: 'text', text: '{"items":[1,2]}' }],
    })
    expect(await search(at(fake, player, PATIENT_MS), deps())).toMatchObject({
      answer: { ok: false },
      outcome: { kind: 'failure', reason: 'unreadable' },
    })
  })

  test('an outage in prose that nobody marked as an error is no success', async () => {
    const fake = await start('modern', player, SPOTS, {
      content: [{ type: 'text', text: 'An error occurred: HTTP 503 service unavailable' }],
    })
    expect(await search(at(fake, player, PATIENT_MS), deps())).toMatchObject({ answer: { ok: false }, outcome: { kind: 'failure' } })
  })
})

// The atlas is ours, in one build with its schema; its positions are checked before they are shipped.
describe.each(PLAYERS.filter(({ adapter }) => adapter.id !== 'atlas'))('$adapter.id', (player) => {
  test.each([
    ['changed over', (spot: Spot): Spot => ({ ...spot, lat: spot.lng, lng: spot.lat })],
    ['0,0', (spot: Spot): Spot => ({ ...spot, lat: 0, lng: 0 })],
    ['not numbers', (spot: Spot): Spot => ({ ...spot, lat: 'NaN', lng: null })],
    ['off the globe', (spot: Spot): Spot => ({ ...spot, lat: 91, lng: 181 })],
    ['in another country', (spot: Spot): Spot => ({ ...spot, lat: 48.85, lng: 2.35 })],
  ])('coordinates %s: that place is left out; all of them so is a failure', async (_name, spoil) => {
    const one = await start('modern', player, [SPOTS[0]!, spoil(SPOTS[1]!)])
    const some = await search(at(one, player, PATIENT_MS), deps())
    expect(some.answer.ok && some.answer.value.map(({ names }) => names.ko)).toEqual([SPOTS[0]!.name])
    const all = await start('modern', player, SPOTS.map(spoil))
    const none = await search(at(all, player, PATIENT_MS), deps())
    expect(none).toMatchObject({ answer: { ok: false }, outcome: { kind: 'failure', reason: 'unreadable' } })
  })
})

test('there are at least 34 distinct faults', () => {
  expect(new Set([...WIRE_FAULTS, ...WORDS].map(({ name }) => name)).size).toBeGreaterThanOrEqual(34)
})

describe('a token that is renewed', () => {
  const player = PLAYERS.find(({ adapter }) => adapter.auth.kind === 'refresh-token')!
  const refusing = (good: string, fake: FakeMcp): void => {
    fake.fault = ({ req, res }) => {
      if (req.headers.authorization === `Bearer ${good}`) return false
      res.writeHead(401).end()
      return true
    }
  }
  const tokens = (renewed: string): { d: ToolDeps; asked: (string | null)[] } => {
    const asked: (string | null)[] = []
    const accessToken: ToolDeps['accessToken'] = async (_auth, stale) => {
      asked.push(stale)
      return ok(stale === null ? 'worn-out-token' : renewed)
    }
    return { asked, d: { ...deps(), accessToken } }
  }

  test('before its time is asked for once more, and nobody hears of it', async () => {
    const fake = await start('session', player)
    refusing('fresh-token', fake)
    const { d, asked } = tokens('fresh-token')
    expect((await search(at(fake, player, PATIENT_MS), d)).answer.ok).toBe(true)
    expect(asked.slice(0, 2)).toEqual([null, 'worn-out-token'])
  })
  test('and refused again is refused: once is enough', async () => {
    const fake = await start('session', player)
    refusing('nobody has this one', fake)
    const { d, asked } = tokens('fresh-token')
    expect(await search(at(fake, player, PATIENT_MS), d)).toMatchObject({ answer: { ok: false }, outcome: { kind: 'rejected' } })
    expect(asked).toEqual([null, 'worn-out-token'])
  })
})
