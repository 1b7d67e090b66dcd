import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { unstable_getMiniflareWorkerOptions } from 'wrangler'
import { CONFIGS, ROOT } from '../../tools/stack/paths.ts'
import { must } from '../../tools/stack/run.ts'

/** Secrets of this run only. */
/** Straight to the Worker, past the runtime's own entry. */
const DIRECT = [{ host: '127.0.0.1', port: 0 }]
type Options = { bindings?: Record<string, unknown>; readonly [option: string]: unknown }

const SECRETS = {
  SESSION_SECRET: 'a-session-secret-for-tests-only-0123456789',
  ENVIRONMENT: 'development',
  FIELD_SECRET: 'a-field-secret-for-tests-only-0123456789',
  JOURNAL_SECRET: 'a-journal-secret-for-tests-only-0123456789',
}

export type Runtime = { readonly url: string; readonly pid: number; readonly bareUrl: string; close(): Promise<void> }

/** The least a Worker can do with a cached value: read it and send it. */
const BARE = `export default { async fetch(request, env) {
  const key = new URL(request.url).searchParams.get('key')
  if (request.method === 'PUT') { await env.CACHE.put(key, await request.text()); return new Response(null, { status: 204 }) }
  const value = await env.CACHE.get(key, { type: 'json', cacheTtl: 60 })
  return value === null ? new Response(null, { status: 404 }) : Response.json(value)
} }`

/** Lets everybody through, for the price of a call to another Worker. */
const LIMITER = `import { WorkerEntrypoint } from 'cloudflare:workers'
export default class extends WorkerEntrypoint { async limit() { return { success: true } } }`

/** All Workers as they are deployed, on one local runtime without proxy or tracing, and a bare Worker beside them. */
export async function startRuntime(): Promise<Runtime> {
  const folder = mkdtempSync(join(tmpdir(), 'yeojeong-bench-'))
  mkdirSync(join(ROOT, 'web', 'dist'), { recursive: true })
  const workers = []
  for (const config of CONFIGS) {
    const out = join(folder, config.replaceAll(/\W/g, '-'))
    await must(`building ${config}`, 'wrangler', ['deploy', '--dry-run', '--outdir', out, '-c', join(ROOT, config)])
    // The simulators of static assets and rate limits are Workers and objects of their own; deployed, no Worker of ours pays for them.
    const {
      assets: _pages,
      ratelimits: _limits,
      ...workerOptions
    } = unstable_getMiniflareWorkerOptions(join(ROOT, config)).workerOptions as Options
    const name = /^name = "(.+)"/m.exec(readFileSync(join(ROOT, config), 'utf8'))![1]!
    workers.push({
      ...workerOptions,
      bindings: { ...workerOptions.bindings, ...SECRETS },
      name,
      rootPath: ROOT,
      modulesRoot: out,
      modules: modulesOf(out),
      ...(config === CONFIGS[0]
        ? {
            unsafeDirectSockets: DIRECT,
            serviceBindings: { ...(workerOptions['serviceBindings'] as object), READ_LIMITER: 'limiter', WRITE_LIMITER: 'limiter' },
          }
        : {}),
    })
  }
  writeFileSync(join(folder, 'bare.js'), BARE)
  writeFileSync(join(folder, 'limiter.js'), LIMITER)
  const limiter = {
    name: 'limiter',
    compatibilityDate: '2026-11-01',
    modules: [{ type: 'ESModule' as const, path: join(folder, 'limiter.js') }],
    modulesRoot: folder,
  }
  const bare = {
    name: 'bare',
    compatibilityDate: '2026-11-01',
    kvNamespaces: { CACHE: 'bare-cache' },
    modules: [{ type: 'ESModule' as const, path: join(folder, 'bare.js') }],
    modulesRoot: folder,
    unsafeDirectSockets: DIRECT,
  }
  const mf = new Miniflare(convertV4MiniflareOptions({ host: '127.0.0.1', port: 0, workers: [...workers, bare, limiter] } as never))
  await mf.ready
  const url = String(await mf.unsafeGetDirectURL(String(workers[0]!.name))).replace(/\/$/, '')
  const bareUrl = String(await mf.unsafeGetDirectURL('bare')).replace(/\/$/, '')
  return {
    url,
    bareUrl,
    pid: childOf(process.pid, 'workerd'),
    async close() {
      await mf.dispose()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function modulesOf(folder: string): { type: 'ESModule'; path: string }[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .sort((a, b) => Number(b === 'index.js') - Number(a === 'index.js'))
    .map((file) => ({ type: 'ESModule' as const, path: join(folder, file) }))
}

/** The runtime's own process: what it uses is what the Workers use. Linux only. */
function childOf(ancestor: number, name: string): number {
  const parents = new Map<number, number>()
  const named: number[] = []
  for (const entry of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      parents.set(
        Number(entry),
        Number(
          readFileSync(`/proc/${entry}/stat`, 'utf8')
            .replace(/^.*\) /, '')
            .split(' ')[1],
        ),
      )
      if (readFileSync(`/proc/${entry}/cmdline`, 'utf8').split('\0')[0]!.includes(name)) named.push(Number(entry))
    } catch {
      // It ended while we looked.
    }
  }
  const found = named.find((pid) => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at)) if (at === ancestor) return true
    return false
  })
  if (found === undefined) throw new Error(`no ${name} below ${ancestor}`)
  return found
}

/** Processor milliseconds a process has used so far, to the microsecond: the sum over its threads. */
export function cpuMs(pid: number): number {
  let ns = 0
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      ns += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
    } catch {
      // A thread that ended while we looked.
    }
  }
  return ns / 1e6
}
