import type { Place, PlaceQuery } from '@yeojeong/contracts'
import { ok, type Result } from '@yeojeong/domain'
import * as z from 'zod'
import type { AskMore, ParseFailure, Provenance, RouteMatrix, RouteQuestion, ToolResult } from '../adapter.ts'
import { failureInWords, jsonOf, placesOf, unreadable, type Unplaced } from './answers.ts'

/** Google's hosted server names places only in prose and in the title of their attribution, and never says what kind they are. */
const Found = z
  .object({
    summary: z.string().optional(),
    places: z
      .array(
        z.object({
          id: z.string().min(1),
          location: z.object({ latitude: z.unknown(), longitude: z.unknown() }).nullish(),
          googleMapsLinks: z.object({ placeUrl: z.string().nullish() }).nullish(),
          attribution: z.object({ title: z.string().nullish() }).nullish(),
        }),
      )
      .optional(),
  })
  // Empty lists are left out of proto JSON; something else entirely is not an empty list.
  .refine((found) => found.places !== undefined || found.summary !== undefined, 'neither places nor a summary')
const Routes = z.object({
  routes: z.array(z.object({ distanceMeters: z.number().default(0), duration: z.string().regex(/^\d+(\.\d+)?s$/) })).default([]),
})

/** Asked for one kind, what was found is of that kind; asked by name alone it is a landmark until another source knows better, and says so. */
export function mapstoolsPlaces(result: ToolResult, query: PlaceQuery, by: Provenance): Result<Place[], ParseFailure> {
  const found = Found.safeParse(jsonOf(result))
  if (!found.success) {
    const said = failureInWords(result, [query.query ?? ''])
    return said === null ? unreadable('no places in the answer') : said.ok ? ok([]) : said
  }
  const kinds = query.categories ?? []
  const unplaced = (found.data.places ?? []).map(({ id, location, googleMapsLinks, attribution }): Unplaced | null => {
    const name = attribution?.title?.replace(/\s+[-–|]\s+Google Maps$/, '')
    if (!name) return null
    return {
      id,
      names: { [query.language]: name },
      lat: location?.latitude,
      lng: location?.longitude,
      category: kinds.length === 1 ? kinds[0]! : 'landmark',
      ...(googleMapsLinks?.placeUrl ? { url: googleMapsLinks.placeUrl } : {}),
    }
  })
  const places = placesOf(unplaced, query, by)
  if (!places.ok || kinds.length === 1) return places
  return ok(places.value.map((place) => ({ ...place, sources: { ...place.sources, category: { source: 'assumed', asOf: by.asOf } } })))
}

/** One pair a call: the rest of the matrix is asked in the same deadline. */
export async function mapstoolsRoutes(
  result: ToolResult,
  question: RouteQuestion,
  _by: Provenance,
  more: AskMore,
): Promise<Result<RouteMatrix, ParseFailure>> {
  const first = wayOf(result)
  if (first === undefined) return unreadable('no routes in the answer')
  const matrix = await Promise.all(
    question.origins.map((origin, i) =>
      Promise.all(
        question.destinations.map(async (destination, j) => {
          if (i === 0 && j === 0) return first
          const answer = await more('compute_routes', pairArgs({ origin, destination, mode: question.mode }))
          return answer.ok && answer.value !== null ? (wayOf(answer.value) ?? null) : null
        }),
      ),
    ),
  )
  return ok(matrix)
}

export function pairArgs({
  origin,
  destination,
  mode,
}: {
  readonly origin: RouteQuestion['origins'][number]
  readonly destination: RouteQuestion['origins'][number]
  readonly mode: RouteQuestion['mode']
}): Record<string, unknown> {
  const point = ({ lat, lng }: typeof origin) => ({ latLng: { latitude: lat, longitude: lng } })
  return { origin: point(origin), destination: point(destination), travelMode: mode === 'walk' ? 'WALK' : 'DRIVE' }
}

/** Null = no way; undefined = not an answer. */
function wayOf(result: ToolResult): RouteMatrix[number][number] | undefined {
  const parsed = Routes.safeParse(jsonOf(result))
  if (!parsed.success) return undefined
  const way = parsed.data.routes[0]
  return way === undefined
    ? null
    : { durationMin: Math.ceil(Number(way.duration.slice(0, -1)) / 60), distanceM: Math.round(way.distanceMeters) }
}
