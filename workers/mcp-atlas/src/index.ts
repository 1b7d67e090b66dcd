import { createMcpHandler } from '@modelcontextprotocol/server'
import { isOwnCaller } from '@yeojeong/worker-kit'
import { atlasServer } from './server.ts'

const handler = createMcpHandler(atlasServer)

/** The atlas as an MCP server (streamable HTTP, both protocol eras, stateless): the provider that needs no key and no network. */
export default {
  fetch(request) {
    if (new URL(request.url).pathname !== '/mcp') return new Response(null, { status: 404 })
    if (!isOwnCaller(request)) return new Response(null, { status: 403 })
    return handler.fetch(request)
  },
} satisfies ExportedHandler
