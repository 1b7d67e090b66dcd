import { createMcpHandler } from '@modelcontextprotocol/server'
import { kakaoServer } from './server.ts'

/** Kakao Local and Kakao Mobility as an MCP server (streamable HTTP, both protocol eras, stateless). */
export default {
  fetch(request, env) {
    if (new URL(request.url).pathname !== '/mcp') return new Response(null, { status: 404 })
    return createMcpHandler(() => kakaoServer(env)).fetch(request)
  },
} satisfies ExportedHandler<Env>
