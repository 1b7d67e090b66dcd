import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDevServer, untilReady, type DevServer } from '../../tools/stack/dev-server.ts'
import { migrateLocal } from '../../tools/stack/migrate.ts'
import { freePort } from '../../tools/stack/port.ts'
import { ensureDevSecrets } from '../../tools/stack/secrets.ts'

/** What one request cost, counted from the spans the runtime recorded of it and of whatever it set off. */
export type Costs = {
  readonly kvReads: number
  readonly kvWrites: number
  readonly d1Queries: number
  readonly rpcHops: number
  readonly doRequests: number
  readonly queueMessages: number
}

type Span = { readonly traceId: string; readonly name: string; readonly attributes: string }

/** The stack under `wrangler dev`, which records traces. */
export class TracedStack {
  readonly #state = mkdtempSync(join(tmpdir(), 'yeojeong-traces-'))
  #server: DevServer | null = null

  get url(): string {
    return this.#server!.url
  }

  async start(): Promise<void> {
    ensureDevSecrets()
    await migrateLocal(this.#state)
    this.#server = startDevServer(await freePort(20_787), this.#state)
    await untilReady(this.#server)
  }

  async close(): Promise<void> {
    await this.#server?.stop('SIGKILL')
    rmSync(this.#state, { recursive: true, force: true })
  }

  /** Of the newest request with this method and path; null while nothing is recorded of it. */
  async costsOf(method: string, path: string): Promise<Costs | null> {
    const roots = await this.#spans(
      "SELECT trace_id, name, json(attributes) FROM spans WHERE service = 'yeojeong-gateway' ORDER BY start_ms DESC LIMIT 300",
      [],
    )
    const root = roots.find(({ name, attributes }) => name === method && new URL(urlOf(attributes)).pathname === path)
    if (root === undefined) return null
    return counted(await this.#spans('SELECT trace_id, name, json(attributes) FROM spans WHERE trace_id = ?', [root.traceId]))
  }

  async #spans(sql: string, params: readonly string[]): Promise<Span[]> {
    const response = await fetch(`${this.url}/cdn-cgi/local/explorer/api/local/observability/query`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sql, params }),
    })
    const { result } = (await response.json()) as { result: { rows: [string, string, string][] } | null }
    return (result?.rows ?? []).map(([traceId, name, attributes]) => ({ traceId, name, attributes }))
  }
}

function urlOf(attributes: string): string {
  return (JSON.parse(attributes) as { 'url.full'?: string })['url.full'] ?? 'http://none/'
}

function counted(spans: readonly Span[]): Costs {
  const count = (...prefixes: string[]): number => spans.filter(({ name }) => prefixes.some((prefix) => name.startsWith(prefix))).length
  return {
    kvReads: count('kv_get', 'kv_list'),
    kvWrites: count('kv_put', 'kv_delete'),
    d1Queries: count('d1_'),
    rpcHops: count('jsRpcSession'),
    doRequests: count('durable_object_subrequest'),
    queueMessages: count('queue_send'),
  }
}
