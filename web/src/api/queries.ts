import type { Place, PlaceAnswer, Region, Trip, TripPage } from '@yeojeong/contracts'
import { queryOptions } from '@tanstack/react-query'
import { request } from './client.ts'

const MINUTE = 60_000

export const regionsQuery = queryOptions({
  queryKey: ['regions'],
  queryFn: ({ signal }) => request<{ items: Region[] }>('/v1/regions', { signal }).then(({ items }) => items),
  staleTime: 60 * MINUTE,
})

/** Destinations by name, also such as are not on our list. */
export function findRegions(words: string): Promise<Region[]> {
  return request<{ items: Region[] }>(`/v1/regions?${new URLSearchParams({ query: words })}`).then(({ items }) => items)
}

/** The destination of a saved trip, where it is none of our list. */
export function cityQuery(regionId: string, name: string) {
  return queryOptions({
    queryKey: ['city', regionId],
    queryFn: () => findRegions(name).then((found) => found.find(({ id }) => id === regionId) ?? null),
    staleTime: 60 * MINUTE,
  })
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => request<{ userId: string }>('/v1/me', { signal }),
  staleTime: Infinity,
})

export const tripsQuery = queryOptions({
  queryKey: ['trips'],
  queryFn: ({ signal }) => request<TripPage>('/v1/trips?limit=50', { signal }),
})

export function tripQuery(tripId: string) {
  return queryOptions({
    queryKey: ['trip', tripId],
    queryFn: ({ signal }) => request<Trip>(`/v1/trips/${encodeURIComponent(tripId)}`, { signal }),
  })
}

export function placeQuery(placeId: string) {
  return queryOptions({
    queryKey: ['place', placeId],
    queryFn: ({ signal }) => request<Place>(`/v1/places/${encodeURIComponent(placeId)}`, { signal }),
    staleTime: 60 * MINUTE,
  })
}

export function placesQuery(query: string, regionId: string, language: string) {
  const search = new URLSearchParams({ query, regionId, language, limit: '8' })
  return queryOptions({
    queryKey: ['places', regionId, query, language],
    queryFn: ({ signal }) => request<PlaceAnswer>(`/v1/places?${search}`, { signal }).then(({ places }) => places),
    enabled: query.trim().length > 0 && regionId !== '',
    staleTime: 5 * MINUTE,
  })
}
