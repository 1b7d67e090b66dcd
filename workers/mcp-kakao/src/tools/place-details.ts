import type { McpServer } from '@modelcontextprotocol/server'
import { FoundPlace, LatLng } from '@yeojeong/contracts'
import * as z from 'zod'
import type { KakaoEnv } from '../kakao-api.ts'
import { searchLocal } from '../local-search.ts'
import { answer, refusal } from './answer.ts'

/** A place moves by less than this between two looks. */
const SAME_PLACE_M = 300

const Known = z.object({ id: z.string().min(1).max(40), name: z.string().min(1).max(100), position: LatLng })

export function registerPlaceDetails(server: McpServer, env: KakaoEnv): void {
  server.registerTool(
    'place_details',
    {
      title: 'Look places up again',
      description:
        'Kakao Local has no look-up by id: each place is found again by its name where it was. One that is not found any more is left out.',
      inputSchema: z.object({ places: z.array(Known).min(1).max(10) }),
      outputSchema: z.object({ places: z.array(FoundPlace) }),
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    async ({ places }) => {
      const answers = await Promise.all(
        places.map(async ({ id, name, position }) => {
          const found = await searchLocal(env, { query: name, near: position, radiusM: SAME_PLACE_M, language: 'ko', limit: 15 })
          return found.ok ? { ...found, value: found.value.filter((place) => place.id === id) } : found
        }),
      )
      const failed = answers.find((one) => !one.ok)
      return failed?.ok === false ? refusal(failed.error) : answer({ places: answers.flatMap((one) => (one.ok ? one.value : [])) })
    },
  )
}
