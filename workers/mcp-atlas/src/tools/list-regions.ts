import type { McpServer } from '@modelcontextprotocol/server'
import { ATLAS } from '@yeojeong/atlas'
import { Region } from '@yeojeong/contracts'
import * as z from 'zod'
import { answer } from './answer.ts'

export function registerListRegions(server: McpServer): void {
  server.registerTool(
    'list_regions',
    {
      title: 'Destinations',
      description: 'Every city or island the atlas covers, with its centre, time zone and usual points of arrival.',
      inputSchema: z.object({}),
      outputSchema: z.object({ regions: z.array(Region) }),
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    () => answer({ regions: ATLAS.map(({ region }) => region) }),
  )
}
