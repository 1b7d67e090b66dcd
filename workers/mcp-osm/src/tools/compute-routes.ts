import type { McpServer } from '@modelcontextprotocol/server'
import { RouteMatrix, RouteQuery } from '@yeojeong/contracts'
import * as z from 'zod'
import type { OsmEnv } from '../osm-env.ts'
import { osrmMatrix } from '../osrm.ts'
import { answer, ATTRIBUTION, refusal } from './answer.ts'

export function registerComputeRoutes(server: McpServer, env: OsmEnv): void {
  server.registerTool(
    'compute_routes',
    {
      title: 'Travel times',
      description:
        'Minutes and metres on foot or by car from every origin to every destination, from an OSRM-compatible server. Null where there is no way. No transit.',
      inputSchema: RouteQuery,
      outputSchema: z.object({ matrix: RouteMatrix, attribution: z.string() }),
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    async (query) => {
      const matrix = await osrmMatrix(env, query)
      return matrix.ok ? answer({ matrix: matrix.value, attribution: ATTRIBUTION }) : refusal(matrix.error)
    },
  )
}
