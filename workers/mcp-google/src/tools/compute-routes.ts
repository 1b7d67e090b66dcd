import type { McpServer } from '@modelcontextprotocol/server'
import { RouteMatrix, RouteQuery } from '@yeojeong/contracts'
import * as z from 'zod'
import type { GoogleEnv } from '../google-api.ts'
import { routeMatrix } from '../routes.ts'
import { answer, refusal } from './answer.ts'

export function registerComputeRoutes(server: McpServer, env: GoogleEnv): void {
  server.registerTool(
    'compute_routes',
    {
      title: 'Travel times',
      description:
        'Minutes and metres from every origin to every destination on foot, by transit or by car, from Google Routes. At most 100 pairs by transit, 625 otherwise; each pair is paid for. Null where there is no way.',
      inputSchema: RouteQuery,
      outputSchema: z.object({ matrix: RouteMatrix }),
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    async (query) => {
      const matrix = await routeMatrix(env, query)
      return matrix.ok ? answer({ matrix: matrix.value }) : refusal(matrix.error)
    },
  )
}
