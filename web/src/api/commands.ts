import type { Alternatives, Command, CommandAnswer, HistoryPage } from '@yeojeong/contracts'
import { queryOptions } from '@tanstack/react-query'
import { request } from './client.ts'

type Sent = { readonly baseVersion: number; readonly command: Command; readonly force: boolean }

const path = (itineraryId: string): string => `/v1/itineraries/${encodeURIComponent(itineraryId)}`

/** One change; the same key changes the itinerary once. Refusals are `ApiError`s with what they are about. */
export function sendCommand(itineraryId: string, sent: Sent, key: string): Promise<CommandAnswer> {
  return request<CommandAnswer>(`${path(itineraryId)}/commands`, { method: 'POST', body: sent, idempotencyKey: key })
}

/** The newest changes first; asked again for every version. */
export function historyQuery(itineraryId: string, version: number) {
  return queryOptions({
    queryKey: ['history', itineraryId, version],
    queryFn: ({ signal }) => request<HistoryPage>(`${path(itineraryId)}/events?limit=100`, { signal }).then(({ items }) => items),
    staleTime: Infinity,
    retry: false,
  })
}

export function alternativesQuery(itineraryId: string, stopId: string, version: number) {
  return queryOptions({
    queryKey: ['alternatives', itineraryId, stopId, version],
    queryFn: ({ signal }) => request<Alternatives>(`${path(itineraryId)}/alternatives?stop=${encodeURIComponent(stopId)}`, { signal }),
    staleTime: Infinity,
    retry: false,
  })
}
