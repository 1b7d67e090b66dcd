import type { ItineraryRole, ItineraryView } from '@yeojeong/contracts'
import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query'
import { answerOf } from './client.ts'
import { knownVersion, noteVersion } from './known-version.ts'
import { codeOf } from './problem.ts'

const MINUTE = 60_000
/** As `ROLE_HEADER` of the contracts, whose schemas a reader of itineraries is spared. */
const ROLE_HEADER = 'itinerary-role'
const ROLES: readonly ItineraryRole[] = ['owner', 'editor', 'viewer']

export function itineraryQuery(itineraryId: string) {
  return queryOptions({
    queryKey: ['itinerary', itineraryId],
    queryFn: ({ signal, client }) => readItinerary(client, itineraryId, { signal }),
    staleTime: MINUTE,
  })
}

/** Brings the cache to a version that somebody has heard of, or a newer one. */
export function newestItinerary(client: QueryClient, itineraryId: string, minVersion: number): Promise<ItineraryView> {
  return client.fetchQuery({
    ...itineraryQuery(itineraryId),
    queryFn: () => readItinerary(client, itineraryId, { minVersion }),
    staleTime: 0,
  })
}

/** One answer: the view, and beside it what the reader is to it. Into the cache goes the latter only. */
export async function readItinerary(
  client: QueryClient,
  itineraryId: string,
  how: { readonly signal?: AbortSignal; readonly minVersion?: number },
): Promise<ItineraryView> {
  const path = `/v1/itineraries/${encodeURIComponent(itineraryId)}`
  const minVersion = Math.max(how.minVersion ?? 0, knownVersion(itineraryId))
  const read = (least: number) => answerOf<ItineraryView>(path, { ...how, ...(least > 0 ? { minVersion: least } : {}) })
  // While nothing can be written the older page is better than none.
  const { body, headers } = await read(minVersion).catch((error: unknown) => {
    if (how.minVersion === undefined && codeOf(error) === 'read_only') return read(0)
    throw error
  })
  noteVersion(itineraryId, body.version)
  client.setQueryData(roleKey(itineraryId), ROLES.find((role) => role === headers.get(ROLE_HEADER)) ?? 'viewer')
  return body
}

const roleKey = (itineraryId: string): readonly string[] => ['role', itineraryId]

/** What the reader is to an itinerary that has been read: as much as the last answer said. */
export function useRole(itineraryId: string): ItineraryRole {
  const { data } = useQuery<ItineraryRole>({ queryKey: roleKey(itineraryId), enabled: false, staleTime: Infinity, gcTime: Infinity })
  return data ?? 'viewer'
}
