import type { Joined, NewShareLink, SharedItinerary, ShareRequest, Sharing } from '@yeojeong/contracts'
import { queryOptions } from '@tanstack/react-query'
import { request } from './client.ts'

export type MadeLink = NewShareLink & { readonly url: string; readonly calendarUrl: string }

const path = (itineraryId: string): string => `/v1/itineraries/${encodeURIComponent(itineraryId)}`

export function sharingQuery(itineraryId: string) {
  return queryOptions({
    queryKey: ['sharing', itineraryId],
    queryFn: ({ signal }) => request<Sharing>(`${path(itineraryId)}/share`, { signal }),
    retry: false,
  })
}

/** The answer is the only one that ever carries the link's token. */
export function makeLink(itineraryId: string, asked: ShareRequest, key: string): Promise<MadeLink> {
  return request<MadeLink>(`${path(itineraryId)}/share`, { method: 'POST', body: asked, idempotencyKey: key })
}

export function revokeLink(itineraryId: string, shareId: string): Promise<null> {
  return request<null>(`${path(itineraryId)}/share/${encodeURIComponent(shareId)}`, { method: 'DELETE' })
}

export function sharedQuery(token: string) {
  return queryOptions({
    queryKey: ['shared', token],
    queryFn: ({ signal }) => request<SharedItinerary>(`/v1/shared/${encodeURIComponent(token)}`, { signal }),
  })
}

/** From then on the itinerary opens with one's own session. */
export function joinBy(token: string): Promise<Joined> {
  return request<Joined>('/v1/shared/accept', { method: 'POST', body: { token } })
}
