import { createMcpHandler } from '@modelcontextprotocol/server'
import { isOwnCaller } from '@yeojeong/worker-kit'
import type { GoogleEnv } from './google-api.ts'
import { googleServer } from './server.ts'

/** Google Places (New) and Google Routes as an MCP server (streamable HTTP, both protocol eras, stateless). */
export default {
  fetch(request, env) {
    if (new URL(request.url).pathname !== '/mcp') return new Response(null, { status: 404 })
    if (!isOwnCaller(request)) return new Response(null, { status: 403 })
    return createMcpHandler(() => googleServer(env)).fetch(request)
  },
} satisfies ExportedHandler<GoogleEnv>
