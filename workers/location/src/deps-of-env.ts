import { newId } from '@yeojeong/worker-kit'
import type { RemoteBreaker } from './breaker/breakers.ts'
import type { RemoteFlight } from './cache/flights.ts'
import type { PlaceKv } from './cache/store.ts'
import { depsIn, type Call, type Deps } from './deps.ts'
import { newIsolate } from './isolate.ts'
import type { Adapter, RouteQuestion } from './providers/adapter.ts'
import { callTool } from './providers/call-tool.ts'
import { adaptersOf } from './providers/registry.ts'
import { toolDeps } from './providers/deps.ts'
import { callOsrm, osrm } from './routes/osrm.ts'
import { settingsOf, type Settings } from './settings.ts'

/** Keys are spread over this many objects: enough that none is busy, and no object is made for a question asked once. */
const FLIGHT_SHARDS = 128

export function flightAt(namespace: Env['FLIGHT_LEASE'], key: string): RemoteFlight {
  let hash = 0x811c9dc5
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193)
  const shard = namespace.getByName(`flights-${(hash >>> 0) % FLIGHT_SHARDS}`)
  return {
    join: (holder, leaseMs, patienceMs) => shard.join(key, holder, leaseMs, patienceMs),
    land: (holder, value, keepMs) => shard.land(key, holder, value, keepMs),
  }
}

const isolate = newIsolate()
let settings: Settings | null = null

export function depsOf(env: Env, ctx: ExecutionContext): Deps {
  const tools = toolDeps(env)
  settings ??= settingsOf(env)
  return depsIn({
    adapters: [...adaptersOf(env, tools), ...(settings.osrmUrl === null ? [] : [osrm(settings.osrmUrl)])],
    kv: env.PLACE_CACHE as unknown as PlaceKv,
    remote: {
      breaker: (provider) => env.PROVIDER_BREAKER.getByName(provider) as unknown as RemoteBreaker,
      ledger: (provider) => env.BUDGET_LEDGER.getByName(provider),
      flight: (key) => flightAt(env.FLIGHT_LEASE, key),
    },
    call: ((adapter, use, question, deadlineAt) =>
      adapter.id === 'osrm'
        ? byOsrm(adapter, question as RouteQuestion, deadlineAt)
        : callTool(adapter, use, question, deadlineAt, tools)) as Call,
    settings,
    isolate,
    background: (work) => ctx.waitUntil(work),
    now: Date.now,
    random: Math.random,
    newId: () => newId('cal'),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  })
}

/** The one provider that is no MCP server; its only question is for routes. */
function byOsrm({ endpoint, timeoutMs }: Adapter, question: RouteQuestion, deadlineAt: number): ReturnType<typeof callOsrm> {
  return callOsrm(endpoint.kind === 'url' ? endpoint.url : '', question, Math.min(timeoutMs, deadlineAt - Date.now()))
}
