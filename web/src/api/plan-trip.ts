import type { PlanAccepted, Trip } from '@yeojeong/contracts'
import { compareAddress, PACES } from '../compare/address.ts'
import { request } from './client.ts'

type Wished = { readonly mustSee: readonly { readonly id: string }[]; readonly avoid: readonly { readonly id: string }[] }
type Asked = Wished & {
  readonly pace: Trip['pace']
  /** A plan of each pace, to choose from, instead of one. */
  readonly three: boolean
}

/** Asks for an itinerary, or for three; the same key asks for the same. Answers where to watch what becomes of it. */
export async function planTrip(tripId: string, { mustSee, avoid, pace, three }: Asked, key: string): Promise<string> {
  const ids = (places: Wished['mustSee']): readonly string[] => places.map(({ id }) => id)
  const { itineraryId, alternatives = [] } = await request<PlanAccepted>(`/v1/trips/${encodeURIComponent(tripId)}/itineraries`, {
    method: 'POST',
    idempotencyKey: key,
    body: { mustSee: ids(mustSee), avoid: ids(avoid), ...(three ? { pace, alternatives: PACES } : {}) },
  })
  return alternatives.length === 0 ? `/itineraries/${itineraryId}` : compareAddress([{ itineraryId, pace }, ...alternatives])
}
