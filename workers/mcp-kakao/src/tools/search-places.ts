import type { McpServer } from '@modelcontextprotocol/server'
import { FoundPlace, PlaceQuery } from '@yeojeong/contracts'
import * as z from 'zod'
import type { KakaoEnv } from '../kakao-api.ts'
import { searchLocal } from '../local-search.ts'
import { answer, refusal } from './answer.ts'

export function registerSearchPlaces(server: McpServer, env: KakaoEnv): void {
  server.registerTool(
    'search_places',
    {
      title: 'Search places in Korea',
      description:
        'Places in Korea by Korean name or around a point, from Kakao Local: name, category, address, position. At most 45. No hours, ratings or access.',
      inputSchema: PlaceQuery,
      outputSchema: z.object({ places: z.array(FoundPlace) }),
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    async (query) => {
      const found = await searchLocal(env, query)
      return found.ok ? answer({ places: found.value }) : refusal(found.error)
    },
  )
}
