import type { McpServer } from '@modelcontextprotocol/server'
import { FoundPlace, LatLng } from '@yeojeong/contracts'
import * as z from 'zod'
import type { OsmEnv } from '../osm-env.ts'
import { placesOfNote } from '../overpass.ts'
import { answer, ATTRIBUTION, refusal } from './answer.ts'

export function registerCityPlaces(server: McpServer, env: OsmEnv): void {
  server.registerTool(
    'city_places',
    {
      title: 'What a city has to see and where one eats',
      description:
        'Sights around a centre that Wikidata knows too, the most named first, and places to eat near it whose hours are mapped (Overpass).',
      inputSchema: z.object({ center: LatLng, radiusM: z.number().int().min(500).max(25_000) }),
      outputSchema: z.object({ places: z.array(FoundPlace), attribution: z.string() }),
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    async ({ center, radiusM }) => {
      const found = await placesOfNote(env, center, radiusM)
      return found.ok ? answer({ places: found.value, attribution: ATTRIBUTION }) : refusal(found.error)
    },
  )
}
