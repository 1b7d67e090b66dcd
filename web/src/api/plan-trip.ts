import type { PlanAccepted } from '@yeojeong/contracts'
import { request } from './client.ts'

type Wished = { readonly mustSee: readonly { readonly id: string }[]; readonly avoid: readonly { readonly id: string }[] }

/** Asks for an itinerary; the same key asks for the same one. */
export function planTrip(tripId: string, wishes: Wished, key: string): Promise<PlanAccepted> {
  const ids = (places: Wished['mustSee']): readonly string[] => places.map(({ id }) => id)
  return request<PlanAccepted>(`/v1/trips/${encodeURIComponent(tripId)}/itineraries`, {
    method: 'POST',
    idempotencyKey: key,
    body: { mustSee: ids(wishes.mustSee), avoid: ids(wishes.avoid) },
  })
}
