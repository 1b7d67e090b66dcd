import type { McpServer } from '@modelcontextprotocol/server'
import { FoundPlace, PlaceQuery } from '@yeojeong/contracts'
import { ok } from '@yeojeong/domain'
import * as z from 'zod'
import { searchByName } from '../nominatim.ts'
import type { OsmEnv } from '../osm-env.ts'
import { searchAround } from '../overpass.ts'
import { answer, ATTRIBUTION, refusal } from './answer.ts'

export function registerSearchPlaces(server: McpServer, env: OsmEnv): void {
  server.registerTool(
    'search_places',
    {
      title: 'Search places',
      description:
        'Places anywhere on Earth by name (Nominatim), or of some categories around a point (Overpass): name, position, category, and where mapped hours, wheelchair access, fee and diets. No ratings.',
      inputSchema: PlaceQuery,
      outputSchema: z.object({ places: z.array(FoundPlace), attribution: z.string() }),
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    async (query) => {
      const { near } = query
      const words = query.query ?? ''
      const found =
        words !== '' ? await searchByName(env, query) : near === undefined ? ok([]) : await searchAround(env, { ...query, near })
      if (!found.ok) return refusal(found.error)
      const wanted = found.value.filter(
        ({ category }) => query.categories === undefined || query.categories.length === 0 || query.categories.includes(category),
      )
      return answer({ places: wanted.slice(0, query.limit), attribution: ATTRIBUTION })
    },
  )
}
