import { createMcpHandler } from '@modelcontextprotocol/server'
import { isOwnCaller } from '@yeojeong/worker-kit'
import type { OsmEnv } from './osm-env.ts'
import { osmServer } from './server.ts'

/** OpenStreetMap (Nominatim and Overpass, and any OSRM server) as an MCP server (streamable HTTP, both protocol eras, stateless). */
export default {
  fetch(request, env) {
    if (new URL(request.url).pathname !== '/mcp') return new Response(null, { status: 404 })
    if (!isOwnCaller(request)) return new Response(null, { status: 403 })
    return createMcpHandler(() => osmServer(env)).fetch(request)
  },
} satisfies ExportedHandler<OsmEnv>
