import type { McpServer } from '@modelcontextprotocol/server'
import { Region } from '@yeojeong/contracts'
import * as z from 'zod'
import { cityById, findCities } from '../cities.ts'
import type { OsmEnv } from '../osm-env.ts'
import { answer, ATTRIBUTION, refusal } from './answer.ts'

export function registerFindCities(server: McpServer, env: OsmEnv): void {
  server.registerTool(
    'find_cities',
    {
      title: 'Find cities',
      description: 'Cities anywhere on Earth by name, or one by its id, with position, extent, country, time zone and currency.',
      inputSchema: z.object({
        words: z.string().trim().min(1).max(120).optional(),
        id: z
          .string()
          .regex(/^[nwr]\d{1,15}$/)
          .optional(),
      }),
      outputSchema: z.object({ regions: z.array(Region), attribution: z.string() }),
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    async ({ words, id }) => {
      const found = id !== undefined ? await cityById(env, id) : await findCities(env, words ?? '')
      return found.ok ? answer({ regions: found.value, attribution: ATTRIBUTION }) : refusal(found.error)
    },
  )
}
