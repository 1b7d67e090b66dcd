import type { CallContext, Place } from '@yeojeong/contracts'
import { ok, type CallOutcome, type Result } from '@yeojeong/domain'
import { BreakerKeeper } from '@yeojeong/durable-objects/breaker-keeper'
import { BudgetKeeper } from '@yeojeong/durable-objects/budget-keeper'
import { FlightBoard } from '@yeojeong/durable-objects/flight-board'
import type { Call, Deps, Remote, World } from '../src/deps.ts'
import { depsIn } from '../src/deps.ts'
import { newIsolate } from '../src/isolate.ts'
import type { Adapter, ToolUse } from '../src/providers/adapter.ts'
import { settingsOf } from '../src/settings.ts'
import type { PlaceKv } from '../src/cache/store.ts'

/** The world of the tests: real cache, breakers and ledgers over plain memory, with a clock that is moved by hand. */
export type TestWorld = {
  now: number
  /** Told apart by key: what KV holds. `broken`: every operation throws. */
  readonly kv: Map<string, { text: string; until: number }>
  broken: { reads: boolean; writes: boolean }
  /** Durable Objects that do not answer. */
  unreachable: boolean
  readonly calls: { provider: string; tool: string; question: unknown }[]
  readonly alerts: { level: string; event: string; fields: Record<string, unknown> }[]
  /** Waits for everything that goes on behind answers. */
  settle(): Promise<void>
  /** A fresh isolate in this world. */
  isolate(): Deps
  readonly remote: Remote
}

export type Answer = (
  question: unknown,
  tool: string,
  now: number,
) => { outcome: CallOutcome; answer: Result<unknown, never> | Result<never, { code: 'provider_unavailable' }> } | Promise<never>
export type Behaviour = { readonly [provider: string]: (tool: string, question: never) => unknown }

export const FAILS: { readonly outcome: CallOutcome } = { outcome: { kind: 'failure', reason: 'timeout' } }

/** `answers`: by provider, what a tool call brings; a value with `outcome` is a failure of that kind. */
export function testWorld(adapters: readonly Adapter[], answers: Behaviour, vars: Parameters<typeof settingsOf>[0] = {}): TestWorld {
  const behind = new Set<Promise<unknown>>()
  const slots = { breaker: new Map<string, unknown>(), ledger: new Map<string, unknown>() }
  const boards = new Map<string, FlightBoard>()
  let ids = 0
  const world: TestWorld = {
    now: Date.UTC(2026, 10, 22, 9),
    kv: new Map(),
    broken: { reads: false, writes: false },
    unreachable: false,
    calls: [],
    alerts: [],
    async settle() {
      while (behind.size > 0) await Promise.allSettled(behind)
    },
    isolate: () => depsIn(surroundings()),
    get remote() {
      return remote
    },
  }
  const slot = (map: Map<string, unknown>, name: string) => ({
    get: () => structuredClone(map.get(name)),
    put: (value: unknown) => void map.set(name, structuredClone(value)),
  })
  const reach = <T>(value: T): T => {
    if (world.unreachable) throw new Error('the object cannot be reached')
    return value
  }
  const remote: Remote = {
    breaker(provider) {
      const keeper = new BreakerKeeper(slot(slots.breaker, provider), {
        alert: (level, event, fields) => void world.alerts.push({ level, event, fields: { provider, ...fields } }),
        now: () => world.now,
        newId: () => `prb_${(ids += 1)}`,
      })
      return {
        verdict: async () => reach(keeper).verdict,
        permit: async (config) => reach(keeper).permit(config),
        report: async (said, config) => reach(keeper).report(said, config),
        isolate: async (by) => keeper.isolate(by),
        release: async (by) => keeper.release(by),
      }
    },
    ledger(provider) {
      const keeper = new BudgetKeeper(
        slot(slots.ledger, provider),
        () => world.now,
        (fields) => void world.alerts.push({ level: 'warn', event: 'budget.nearly_spent', fields: { provider, ...fields } }),
      )
      return {
        draw: async (wanted, limits) => reach(keeper).draw(wanted, limits),
        note: async (seen) => keeper.note(seen),
        spending: async () => keeper.spending,
      }
    },
    flight(key) {
      const board = boards.get(key) ?? new FlightBoard(() => world.now)
      boards.set(key, board)
      return {
        join: async (holder, leaseMs, patienceMs) => reach(board).join(holder, leaseMs, patienceMs),
        land: async (holder, value, keepMs) => board.land(holder, value, keepMs),
      }
    },
  }
  const call = (async (adapter: Adapter, use: ToolUse<unknown, unknown>, question: unknown) => {
    world.calls.push({ provider: adapter.id, tool: use.tool, question })
    const said = await answers[adapter.id]!(use.tool, question as never)
    if (typeof said === 'object' && said !== null && 'outcome' in said)
      return { outcome: said.outcome as CallOutcome, answer: { ok: false, error: { code: 'provider_unavailable' } }, calls: 1 }
    return { outcome: { kind: 'ok' }, answer: ok(said), calls: 1 }
  }) as unknown as Call
  const surroundings = (): World => ({
    adapters,
    kv: kvOf(world),
    remote,
    call,
    settings: settingsOf(vars),
    isolate: newIsolate(),
    background: (work) => {
      const done = work.catch(() => undefined).finally(() => behind.delete(done))
      behind.add(done)
    },
    now: () => world.now,
    random: () => 0,
    newId: () => `cal_${(ids += 1)}`,
    sleep: () => new Promise((resolve) => setTimeout(resolve, 1)),
  })
  return world
}

function kvOf(world: TestWorld): PlaceKv {
  return {
    async get(keys) {
      if (world.broken.reads) throw new Error('KV GET failed: 500')
      return new Map(
        keys.map((key) => {
          const stored = world.kv.get(key)
          return [key, stored === undefined || stored.until <= world.now ? null : (JSON.parse(stored.text) as unknown)]
        }),
      )
    },
    async put(key, text, { expirationTtl }) {
      if (world.broken.writes) throw new Error('KV PUT failed: 429 Too Many Requests')
      world.kv.set(key, { text, until: world.now + expirationTtl * 1_000 })
    },
    async delete(key) {
      if (world.broken.writes) throw new Error('KV DELETE failed: 500')
      world.kv.delete(key)
    },
  }
}

/** A provider as configuration; its answers are up to the test. */
export function adapter(id: string, more: Partial<Adapter> = {}): Adapter {
  const use = (tool: string, priceUsd = 0) => ({
    tool,
    args: () => ({}),
    parse: () => {
      throw new Error('not asked here')
    },
    empty: () => [] as never,
    priceUsd,
  })
  return {
    id,
    endpoint: { kind: 'binding', binding: id, path: '/mcp' },
    auth: { kind: 'none' },
    regions: 'world',
    rank: { default: 10 },
    turn: 1,
    coordinates: 'wgs84',
    timeoutMs: 2_000,
    maxConcurrent: 8,
    cache: 'full',
    budget: { perHour: 1_000_000, perDay: 10_000_000, perMonth: 100_000_000 },
    attribution: `© ${id}`,
    tools: { search: use('search_places'), details: use('place_details') },
    ...more,
  }
}

/** Our own provider among others: knows regions, is asked along. */
export function ownAdapter(id = 'atlas'): Adapter {
  const plain = adapter(id, { rank: { default: 90 } })
  const use = (tool: string) => ({ ...plain.tools.search!, tool }) as never
  return { ...plain, tools: { ...plain.tools, regions: use('list_regions'), holidays: use('public_holidays') } }
}

export const SEOUL = {
  id: 'seoul',
  names: { ko: '서울', en: 'Seoul' },
  center: { lat: 37.5663, lng: 126.9779 },
  radiusM: 20_000,
  countryCode: 'KR',
  timeZone: 'Asia/Seoul',
  currency: 'KRW',
  gateways: [],
  usualTransport: 'transit' as const,
  character: { ko: '서울', en: 'Seoul' },
}

export function placeOf(id: string, more: Partial<Place> = {}): Place {
  return {
    id,
    regionId: 'seoul',
    names: { ko: id, en: id },
    position: { lat: 37.57, lng: 126.98 },
    extent: 'point',
    category: 'museum',
    prominence: 3,
    hours: { kind: 'scheduled', osm: 'Mo-Su 09:00-18:00' },
    stay: { min: 30, ideal: 60, max: 120 },
    price: 'free',
    stepFree: 'yes',
    stroller: 'yes',
    indoor: 'indoor',
    effort: 1,
    insideWalkM: 300,
    sources: { '*': { source: 'test', asOf: '2026-11-01' } },
    ...more,
  }
}

export function contextAt(world: { readonly now: number }): CallContext {
  return {
    requestId: 'req_test',
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    principal: { userId: 'usr_test', role: 'user' },
    deadlineAt: world.now + 10_000,
    language: 'ko',
  }
}
