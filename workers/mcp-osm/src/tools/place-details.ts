import type { McpServer } from '@modelcontextprotocol/server'
import { FoundPlace, Language } from '@yeojeong/contracts'
import * as z from 'zod'
import { lookUp } from '../nominatim.ts'
import type { OsmEnv } from '../osm-env.ts'
import { answer, ATTRIBUTION, refusal } from './answer.ts'

export function registerPlaceDetails(server: McpServer, env: OsmEnv): void {
  server.registerTool(
    'place_details',
    {
      title: 'Place details',
      description: 'Places by their OpenStreetMap id (n… node, w… way, r… relation). What no longer exists is left out.',
      inputSchema: z.object({
        placeIds: z
          .array(z.string().regex(/^[nwr]\d{1,15}$/))
          .min(1)
          .max(50),
        language: Language.default('ko'),
      }),
      outputSchema: z.object({ places: z.array(FoundPlace), attribution: z.string() }),
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    async ({ placeIds, language }) => {
      const found = await lookUp(env, placeIds, language)
      return found.ok ? answer({ places: found.value, attribution: ATTRIBUTION }) : refusal(found.error)
    },
  )
}
