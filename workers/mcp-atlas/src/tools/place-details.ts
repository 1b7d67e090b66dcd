import type { McpServer } from '@modelcontextprotocol/server'
import { placeById } from '@yeojeong/atlas'
import { Place, PlaceId } from '@yeojeong/contracts'
import * as z from 'zod'
import { answer } from './answer.ts'

export function registerPlaceDetails(server: McpServer): void {
  server.registerTool(
    'place_details',
    {
      title: 'Place details',
      description: 'Everything the atlas knows of places, with the source and date of each fact. Unknown ids are left out.',
      inputSchema: z.object({ placeIds: z.array(PlaceId).min(1).max(400) }),
      outputSchema: z.object({ places: z.array(Place) }),
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ placeIds }) => answer({ places: placeIds.map(placeById).filter((place) => place !== null) }),
  )
}
