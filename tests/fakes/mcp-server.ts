import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Rpc = { readonly id?: number | string; readonly method: string; readonly params?: Record<string, unknown> }
export type ToolReply = {
  readonly content?: readonly { readonly type: 'text'; readonly text: string }[]
  readonly structuredContent?: unknown
  readonly isError?: boolean
}
export type Exchange = {
  readonly req: IncomingMessage
  readonly res: ServerResponse
  readonly rpc: Rpc
  /** The answer a healthy server would give. */ readonly answer: object
  readonly origin: string
}
/** Plays a fault on an exchange; false = this one goes well. */
export type Fault = (exchange: Exchange) => boolean
/** `modern` = MCP 2026-07-28; `session` and `stateless` = 2025-11-25 with and without a session. */
export type Era = 'modern' | 'session' | 'stateless'

export type FakeMcp = {
  readonly url: string
  /** Every request that came, as method of HTTP and of JSON-RPC. */
  readonly seen: { readonly http: string; readonly rpc: string; readonly args: unknown; readonly headers: IncomingMessage['headers'] }[]
  fault: Fault | null
  /** Forgets all sessions, as a restart does. */
  restart(): void
  close(): Promise<void>
}

/** A place server on loopback that speaks either era of the protocol, well or as badly as told. */
export async function startFakeMcp(era: Era, tool: (name: string, args: Record<string, unknown>) => ToolReply): Promise<FakeMcp> {
  const seen: FakeMcp['seen'] = []
  const sessions = new Set<string>()
  const server = createServer((req, res) => {
    void read(req).then((body) => {
      const rpc = (body === '' ? { method: '' } : JSON.parse(body)) as Rpc
      seen.push({ http: req.method ?? '', rpc: rpc.method, args: rpc.params?.['arguments'], headers: req.headers })
      const answer = answerOf(rpc, era, tool)
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      if (fake.fault?.({ req, res, rpc, answer, origin }) === true) return
      healthy(req, res, rpc, answer, era, sessions)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const fake: FakeMcp = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`,
    seen,
    fault: null,
    restart: () => sessions.clear(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return fake
}

function healthy(req: IncomingMessage, res: ServerResponse, rpc: Rpc, answer: object, era: Era, sessions: Set<string>): void {
  if (req.method !== 'POST') return void res.writeHead(405).end()
  const session = req.headers['mcp-session-id']
  if (era === 'session' && rpc.method !== 'initialize' && (typeof session !== 'string' || !sessions.has(session))) {
    return json(
      res,
      { jsonrpc: '2.0', error: { code: -32000, message: 'Bad Request: No valid session ID provided' }, id: null },
      session === undefined ? 400 : 404,
    )
  }
  if (rpc.id === undefined) return void res.writeHead(202).end()
  if (era === 'session' && rpc.method === 'initialize') {
    const id = `session-${sessions.size + 1}-${Math.random()}`
    sessions.add(id)
    res.setHeader('mcp-session-id', id)
  }
  json(res, answer)
}

function answerOf(rpc: Rpc, era: Era, tool: (name: string, args: Record<string, unknown>) => ToolReply): object {
  const result = (value: object): object => ({
    jsonrpc: '2.0',
    id: rpc.id,
    result: era === 'modern' ? { resultType: 'complete', ...value } : value,
  })
  if (rpc.method === 'server/discover' && era === 'modern') {
    return result({
      supportedVersions: ['2026-07-28'],
      capabilities: { tools: {} },
      ttlMs: 0,
      cacheScope: 'private',
      _meta: { 'io.modelcontextprotocol/serverInfo': { name: 'fake', version: '1' } },
    })
  }
  if (rpc.method === 'initialize' && era !== 'modern')
    return result({ protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo: { name: 'fake', version: '1' } })
  if (rpc.method === 'tools/call')
    return result({ content: [], ...tool(String(rpc.params?.['name']), (rpc.params?.['arguments'] ?? {}) as Record<string, unknown>) })
  return { jsonrpc: '2.0', id: rpc.id, error: { code: -32601, message: 'Method not found' } }
}

export function json(res: ServerResponse, value: unknown, status = 200): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

async function read(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
