import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { isInitializeRequest, type JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js'

export type Bridge = { readonly url: string; close(): Promise<void> }

/**
 * Somebody's stdio server over loopback HTTP: the first generation of the SDK in between, with sessions and event
 * streams, one process for each session.
 */
export async function startBridge(script: string, env: Record<string, string>): Promise<Bridge> {
  const sessions = new Map<string, StreamableHTTPServerTransport>()
  const children: StdioClientTransport[] = []

  const begin = async (): Promise<StreamableHTTPServerTransport> => {
    const child = new StdioClientTransport({
      command: process.execPath,
      args: [script],
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stderr: 'ignore',
    })
    children.push(child)
    const outer = new StreamableHTTPServerTransport({
      sessionIdGenerator: () => randomUUID(),
      onsessioninitialized: (id) => void sessions.set(id, outer),
    })
    // The SDK's transports are no event targets: these properties are their interface.
    // oxlint-disable-next-line unicorn/prefer-add-event-listener
    outer.onmessage = (message) => void child.send(message)
    // oxlint-disable-next-line unicorn/prefer-add-event-listener
    child.onmessage = (message: JSONRPCMessage) => void outer.send(message).catch(() => undefined)
    await child.start()
    await outer.start()
    return outer
  }

  const server = createServer((req, res) => {
    void read(req).then(async (body) => {
      const message: unknown = body === '' ? undefined : JSON.parse(body)
      const id = req.headers['mcp-session-id']
      const known = typeof id === 'string' ? sessions.get(id) : undefined
      if (known === undefined && !isInitializeRequest(message)) {
        res
          .writeHead(id === undefined ? 400 : 404, { 'content-type': 'application/json' })
          .end('{"jsonrpc":"2.0","error":{"code":-32000,"message":"Bad Request: no valid session"},"id":null}')
        return
      }
      await (known ?? (await begin())).handleRequest(req, res, message)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`,
    async close() {
      await Promise.all(children.map((child) => child.close()))
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

async function read(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
