import type { McpServer } from '@modelcontextprotocol/server'
import { FoundPlace, Language, PlaceFacet } from '@yeojeong/contracts'
import * as z from 'zod'
import { fieldMask } from '../field-mask.ts'
import { googleCall, type GoogleEnv } from '../google-api.ts'
import { placeOf } from '../place.ts'
import { answer, refusal } from './answer.ts'

export function registerPlaceDetails(server: McpServer, env: GoogleEnv): void {
  server.registerTool(
    'place_details',
    {
      title: 'Place details',
      description: 'Places by their Google id, one paid call each; also says which closed for good. Unknown ids are left out.',
      inputSchema: z.object({
        placeIds: z
          .array(z.string().regex(/^[\w-]{1,200}$/))
          .min(1)
          .max(20),
        language: Language.default('ko'),
        facets: z.array(PlaceFacet).default(['hours']),
      }),
      outputSchema: z.object({ places: z.array(FoundPlace) }),
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    async ({ placeIds, language, facets }) => {
      const answers = await Promise.all(
        placeIds.map((id) => googleCall(env, `${env.GOOGLE_PLACES_URL}/v1/places/${id}?languageCode=${language}`, fieldMask(facets, ''))),
      )
      // An id Google no longer knows is no failure; it is told as 404, or 400 where it never was one.
      const failed = answers.find(
        (one) => !one.ok && one.error.status !== 404 && !(one.error.status === 400 && /place id/i.test(one.error.detail)),
      )
      if (failed?.ok === false && !answers.some((one) => one.ok)) return refusal(failed.error)
      return answer({ places: answers.flatMap((one) => (one.ok ? [placeOf(one.value, language)] : [])).filter((place) => place !== null) })
    },
  )
}
