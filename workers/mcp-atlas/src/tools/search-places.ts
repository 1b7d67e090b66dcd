import type { McpServer } from '@modelcontextprotocol/server'
import { Place, PlaceQuery } from '@yeojeong/contracts'
import * as z from 'zod'
import { searchAtlas } from '../search/search-atlas.ts'
import { answer } from './answer.ts'

export function registerSearchPlaces(server: McpServer): void {
  server.registerTool(
    'search_places',
    {
      title: 'Search places',
      description:
        'Places by name in any of four languages, by region, distance, category, opening at a moment, access and diet. Best first. What is unknown of a place never satisfies a filter.',
      inputSchema: PlaceQuery,
      outputSchema: z.object({ places: z.array(Place) }),
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    (query) => answer({ places: searchAtlas(query) }),
  )
}
