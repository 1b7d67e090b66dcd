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
  /** As D1 counts and bills them: an index entry is a row. */
  readonly d1RowsWritten: number
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
    return this.#costsIn(root)
  }

  /** Of the newest message that the itinerary Worker took from its queue; null while nothing is recorded of one since. */
  async costsOfMessage(sinceMs: number): Promise<Costs | null> {
    const [root] = await this.#spans(
      `SELECT trace_id, name, json(attributes) FROM spans WHERE service = 'yeojeong-itinerary' AND name = 'queue' AND start_ms >= ${sinceMs} ORDER BY start_ms DESC LIMIT 1`,
      [],
    )
    return root === undefined ? null : this.#costsIn(root)
  }

  async #costsIn({ traceId }: Span): Promise<Costs> {
    return counted(await this.#spans('SELECT trace_id, name, json(attributes) FROM spans WHERE trace_id = ?', [traceId]))
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

function rowsWritten(attributes: string): number {
  return (JSON.parse(attributes) as { 'cloudflare.d1.response.rows_written'?: number })['cloudflare.d1.response.rows_written'] ?? 0
}

function counted(spans: readonly Span[]): Costs {
  const count = (...prefixes: string[]): number => spans.filter(({ name }) => prefixes.some((prefix) => name.startsWith(prefix))).length
  return {
    kvReads: count('kv_get', 'kv_list'),
    kvWrites: count('kv_put', 'kv_delete'),
    d1Queries: count('d1_'),
    d1RowsWritten: spans.reduce((sum, { name, attributes }) => sum + (name.startsWith('d1_') ? rowsWritten(attributes) : 0), 0),
    rpcHops: count('jsRpcSession'),
    doRequests: count('durable_object_subrequest'),
    queueMessages: count('queue_send'),
  }
}
