import type { McpServer } from '@modelcontextprotocol/server'
import { FoundPlace, PlaceFacet, PlaceQuery } from '@yeojeong/contracts'
import * as z from 'zod'
import type { GoogleEnv } from '../google-api.ts'
import { searchGoogle } from '../search.ts'
import { answer, refusal } from './answer.ts'

export function registerSearchPlaces(server: McpServer, env: GoogleEnv): void {
  server.registerTool(
    'search_places',
    {
      title: 'Search places',
      description:
        'Places by words or around a point, from Google Places. At most 20. `facets` decide what is asked for, and with it the price: basic (always), access, hours, rating.',
      inputSchema: PlaceQuery.extend({ facets: z.array(PlaceFacet).default([]) }),
      outputSchema: z.object({ places: z.array(FoundPlace) }),
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    async ({ facets, ...query }) => {
      const found = await searchGoogle(env, query, facets)
      return found.ok ? answer({ places: found.value }) : refusal(found.error)
    },
  )
}
