import type { ProposedBookings, Trip, TripInput } from '@yeojeong/contracts'
import { request } from './client.ts'

type Member = TripInput['members'][number]
/** A member as the form holds them: `id` where the trip has them already. */
export type MemberToSave = { readonly id: string | null; readonly input: Member }

export function createTrip(trip: TripInput, key: string): Promise<Trip> {
  return request<Trip>('/v1/trips', { method: 'POST', body: trip, idempotencyKey: key })
}

/** What a calendar file's events would be as bookings; nothing is saved. */
export function proposeBookings(tripId: string, calendar: string): Promise<ProposedBookings> {
  return request<ProposedBookings>(`/v1/trips/${encodeURIComponent(tripId)}/bookings/import`, { method: 'POST', calendar })
}

/** A member's limits and conditions that are no longer there are taken away by null; left out, they would stay. */
function memberPatch(input: Member): object {
  return { maxWalkLegM: null, maxWalkDayM: null, needsRest: null, health: null, ...input }
}

/**
 * Saves an edited trip part by part, as the API has it. Stops at the first refusal; saving again is safe, since
 * every part but a new member is a replacement, and new members carry their key.
 */
export async function updateTrip(before: Trip, trip: TripInput, members: readonly MemberToSave[], key: string): Promise<Trip> {
  const path = `/v1/trips/${encodeURIComponent(before.id)}`
  const { title, destination, startDate, endDate, arrival, departure, pace, budget, lodgings, bookings, transport } = trip
  // A trip is validated whole after each part: what is booked on days that are no more has to go before they do.
  const staying = before.bookings.filter(({ date }) => date >= startDate && date <= endDate)
  if (staying.length < before.bookings.length) await request(`${path}/bookings`, { method: 'PUT', body: { bookings: staying } })
  await request(path, {
    method: 'PATCH',
    body: { ...(title === undefined ? {} : { title }), destination, startDate, endDate, arrival, departure, pace, budget },
  })
  await request(`${path}/lodgings`, { method: 'PUT', body: { lodgings } })
  await request(`${path}/bookings`, { method: 'PUT', body: { bookings } })
  await request(`${path}/transport`, { method: 'PUT', body: { transport } })
  for (const [index, { id, input }] of members.entries()) {
    if (id === null) await request(`${path}/members`, { method: 'POST', body: input, idempotencyKey: `${key}-${index}` })
    else await request(`${path}/members/${encodeURIComponent(id)}`, { method: 'PATCH', body: memberPatch(input) })
  }
  const kept = new Set(members.map(({ id }) => id))
  for (const { id } of before.members) {
    if (!kept.has(id)) await request(`${path}/members/${encodeURIComponent(id)}`, { method: 'DELETE' })
  }
  return request<Trip>(path)
}
