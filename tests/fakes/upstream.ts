import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Call = { readonly method: string; readonly url: URL; readonly headers: IncomingMessage['headers']; readonly body: string }
export type Upstream = {
  readonly origin: string
  readonly calls: Call[]
  /** Answers a call; false = none, ever. */
  answer: (call: Call, res: ServerResponse) => boolean
  close(): Promise<void>
}

/** Somebody else's HTTP API on loopback: what it was asked is kept, what it answers is the test's. */
export async function startUpstream(answer: Upstream['answer']): Promise<Upstream> {
  const server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      const call: Call = {
        method: req.method ?? '',
        url: new URL(req.url ?? '/', upstream.origin),
        headers: req.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      }
      upstream.calls.push(call)
      upstream.answer(call, res)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const upstream: Upstream = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    answer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return upstream
}

export function sendJson(res: ServerResponse, value: unknown, status = 200, headers: Record<string, string> = {}): true {
  res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
  return true
}
