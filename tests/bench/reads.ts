import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions } from 'wrangler'
import { must } from '../../tools/stack/run.ts'
import { ROOT } from '../../tools/stack/paths.ts'
import { ITINERARY_ID, OWNER, sevenDays } from './seven-days.ts'

/**
 * `npm run bench:reads`: the gateway's read of a seven-day itinerary against a bare Worker that does one KV read of the same
 * value, in turns on this machine, each in a runtime of its own. Requests per CPU-second of the runtime, and the times at
 * 100 connections. Fails below 0.7 of the bare Worker.
 */
const CONNECTIONS = 100
const REQUESTS = Number(process.env['REQUESTS'] ?? 3_000)
const ROUNDS = Number(process.env['ROUNDS'] ?? 5)
const WANTED = 0.7
const SECRET = 'a-session-secret-for-tests-only-0123456789'

type Target = {
  readonly name: string
  readonly runtime: Miniflare
  readonly url: URL
  readonly headers: Record<string, string>
  readonly pid: number
}
type Round = { readonly perCpuSecond: number; readonly p50: number; readonly p95: number }

const folder = mkdtempSync(join(tmpdir(), 'yeojeong-bench-'))
try {
  const { text, metadata } = await sevenDays()
  const targets = [await bare(text, metadata), await gateway(text, metadata)]
  for (const target of targets) await load(target, 500)
  const rounds = new Map<Target, Round[]>(targets.map((target) => [target, []]))
  for (let round = 0; round < ROUNDS; round++) for (const target of targets) rounds.get(target)!.push(await measure(target))
  console.log(`value ${(text.length / 1024).toFixed(0)} KiB, ${CONNECTIONS} connections, ${ROUNDS} rounds of ${REQUESTS} requests each`)
  const [plain, ours] = targets.map((target) => summary(target.name, rounds.get(target)!))
  const ratio = ours! / plain!
  console.log(`gateway / bare: ${ratio.toFixed(2)} of its requests per CPU-second (wanted: ${WANTED})`)
  for (const { runtime } of targets) await runtime.dispose()
  process.exitCode = ratio >= WANTED ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function summary(name: string, rounds: readonly Round[]): number {
  const of = (key: keyof Round): number => rounds.map((round) => round[key]).sort((a, b) => a - b)[Math.floor(rounds.length / 2)]!
  console.log(
    `${name.padEnd(8)} ${of('perCpuSecond').toFixed(0).padStart(6)} requests per CPU-second, p50 ${of('p50').toFixed(0)} ms, p95 ${of('p95').toFixed(0)} ms`,
  )
  return of('perCpuSecond')
}

async function bare(text: string, metadata: unknown): Promise<Target> {
  const script = `export default { async fetch(request, env) {
    const { value } = await env.ITINERARY_VIEWS.getWithMetadata('view:itinerary:v1:${ITINERARY_ID}', { type: 'text', cacheTtl: 30 })
    return new Response(value, { headers: { 'content-type': 'application/json' } })
  } }`
  return started(
    'bare',
    { script, modules: true, kvNamespaces: { ITINERARY_VIEWS: 'views' }, compatibilityDate: '2026-11-01' },
    text,
    metadata,
    {},
  )
}

async function gateway(text: string, metadata: unknown): Promise<Target> {
  const out = join(folder, 'gateway')
  mkdirSync(join(ROOT, 'web', 'dist'), { recursive: true })
  await must('building the gateway', 'wrangler', ['deploy', '--dry-run', '--minify', '--outdir', out])
  const { issueSession } = (await import(join(ROOT, 'workers/gateway/src/session/token.ts'))) as {
    issueSession: (principal: object, secret: string, nowS: number) => Promise<string>
  }
  const token = await issueSession({ userId: OWNER, role: 'guest' }, SECRET, Math.floor(Date.now() / 1_000))
  const { workerOptions } = unstable_getMiniflareWorkerOptions(join(ROOT, 'wrangler.toml'))
  // What a read never comes to: other services, and files.
  const { serviceBindings: _services, assets: _assets, ratelimits, ...own } = workerOptions as unknown as Record<string, unknown>
  const limits = Object.entries(ratelimits as object).map(([name, limit]) => [name, { ...limit, simple: { limit: 1_000_000, period: 60 } }])
  const options = {
    ...own,
    rootPath: ROOT,
    modulesRoot: out,
    modules: [{ type: 'ESModule', path: join(out, 'index.js') }],
    bindings: { SESSION_SECRET: SECRET, ENVIRONMENT: 'production' },
    ratelimits: Object.fromEntries(limits),
  }
  return started('gateway', options, text, metadata, { authorization: `Bearer ${token}` })
}

async function started(name: string, worker: object, text: string, metadata: unknown, headers: Record<string, string>): Promise<Target> {
  const before = new Set(runtimes())
  const runtime = new Miniflare(convertV4MiniflareOptions({ host: '127.0.0.1', port: 0, workers: [{ name, ...worker }] } as never))
  const url = new URL(`/v1/itineraries/${ITINERARY_ID}`, await runtime.ready)
  const views = await runtime.getKVNamespace('ITINERARY_VIEWS', name)
  await views.put(`view:itinerary:v1:${ITINERARY_ID}`, text, { metadata })
  const pid = runtimes().find((one) => !before.has(one))
  if (pid === undefined) throw new Error('no runtime has started')
  return { name, runtime, url, headers, pid }
}

/** The workerd processes this one has started. */
function runtimes(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const [, rest] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) /)
        return Number(rest!.split(' ')[1]) === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('workerd')
      } catch {
        return false
      }
    })
}

/** Seconds of CPU a process has had, its children's left out. */
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) /)[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}

async function measure(target: Target): Promise<Round> {
  const before = cpuSeconds(target.pid)
  const times = (await load(target, REQUESTS)).sort((a, b) => a - b)
  const spent = cpuSeconds(target.pid) - before
  const at = (share: number): number => times[Math.floor(times.length * share)]!
  return { perCpuSecond: REQUESTS / spent, p50: at(0.5), p95: at(0.95) }
}

async function load({ url, headers }: Target, count: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const times: number[] = []
  let left = count
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const startedAt = performance.now()
      await once(url, headers, agent)
      times.push(performance.now() - startedAt)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, worker))
  agent.destroy()
  return times
}

function once(url: URL, headers: Record<string, string>, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers, agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`HTTP ${response.statusCode}`))
      response.on('end', resolve).resume()
    })
    asked.on('error', reject).end()
  })
}
