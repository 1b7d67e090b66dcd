import type { McpServer } from '@modelcontextprotocol/server'
import { RouteMatrix, RouteQuery } from '@yeojeong/contracts'
import * as z from 'zod'
import { directionsMatrix } from '../directions.ts'
import type { KakaoEnv } from '../kakao-api.ts'
import { answer, refusal } from './answer.ts'

export function registerComputeRoutes(server: McpServer, env: KakaoEnv): void {
  server.registerTool(
    'compute_routes',
    {
      title: 'Driving times in Korea',
      description:
        'Minutes and metres by car or taxi from every origin to every destination, from Kakao Mobility. At most 25 pairs; null where there is no way. Walking and transit are not in this API.',
      inputSchema: RouteQuery,
      outputSchema: z.object({ matrix: RouteMatrix }),
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    async (query) => {
      const matrix = await directionsMatrix(env, query)
      return matrix.ok ? answer({ matrix: matrix.value }) : refusal(matrix.error)
    },
  )
}
