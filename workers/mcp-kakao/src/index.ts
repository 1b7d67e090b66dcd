import { createMcpHandler } from '@modelcontextprotocol/server'
import { isOwnCaller } from '@yeojeong/worker-kit'
import type { KakaoEnv } from './kakao-api.ts'
import { kakaoServer } from './server.ts'

/** Kakao Local and Kakao Mobility as an MCP server (streamable HTTP, both protocol eras, stateless). */
export default {
  fetch(request, env) {
    if (new URL(request.url).pathname !== '/mcp') return new Response(null, { status: 404 })
    if (!isOwnCaller(request)) return new Response(null, { status: 403 })
    return createMcpHandler(() => kakaoServer(env)).fetch(request)
  },
} satisfies ExportedHandler<KakaoEnv>
