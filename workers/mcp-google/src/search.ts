import type { FoundPlace, PlaceFacet, PlaceQuery } from '@yeojeong/contracts'
import { err, googleTypes, ok, type Result } from '@yeojeong/domain'
import type { UpstreamProblem } from '@yeojeong/worker-kit'
import * as z from 'zod'
import { fieldMask } from './field-mask.ts'
import { googleCall, type GoogleEnv } from './google-api.ts'
import { placeOf } from './place.ts'

/** Google's limits: 20 a call, 50 km around a point, 50 types. */
const MOST = 20
const MAX_RADIUS_M = 50_000
const MAX_TYPES = 50

const Found = z.object({ places: z.array(z.unknown()).default([]) })

/** By words where there are some (text search), else by type around a point (nearby search). */
export async function searchGoogle(
  env: GoogleEnv,
  query: PlaceQuery,
  facets: readonly PlaceFacet[],
): Promise<Result<FoundPlace[], UpstreamProblem>> {
  const count = Math.min(query.limit, MOST)
  const circle =
    query.near === undefined
      ? null
      : {
          circle: {
            center: { latitude: query.near.lat, longitude: query.near.lng },
            radius: Math.min(query.radiusM ?? 5_000, MAX_RADIUS_M),
          },
        }
  const words = query.query ?? ''
  if (words === '' && circle === null) return ok([])
  const [path, body] =
    words === ''
      ? ([
          'searchNearby',
          {
            includedTypes: googleTypes(query.categories).slice(0, MAX_TYPES),
            maxResultCount: count,
            languageCode: query.language,
            locationRestriction: circle,
          },
        ] as const)
      : ([
          'searchText',
          { textQuery: words, pageSize: count, languageCode: query.language, ...(circle === null ? {} : { locationBias: circle }) },
        ] as const)
  const answer = await googleCall(env, `${env.GOOGLE_PLACES_URL}/v1/places:${path}`, fieldMask(facets, 'places.'), body)
  if (!answer.ok) return answer
  const parsed = Found.safeParse(answer.value)
  if (!parsed.success) return err({ status: 200, detail: 'HTTP 500: an answer of another shape than documented' })
  const places = parsed.data.places.map((place) => placeOf(place, query.language)).filter((place) => place !== null)
  return ok(
    places.filter(({ category }) => query.categories === undefined || query.categories.length === 0 || query.categories.includes(category)),
  )
}
