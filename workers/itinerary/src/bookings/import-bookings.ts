import { serviceError, type CallContext, type ImportBookings, type ProposedBookings, type ServiceError } from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import { proposeBookings } from '@yeojeong/exchange/bookings'
import type { Deps } from '../deps.ts'

/** Reads a calendar as bookings of a trip of the caller's. Nothing is saved: what fits is put with the trip's own commands. */
export async function importBookings(
  { profile }: Pick<Deps, 'profile'>,
  ctx: CallContext,
  { tripId, calendar }: ImportBookings,
): Promise<Result<ProposedBookings, ServiceError>> {
  const trip = await profile.getTrip(ctx, tripId)
  if (!trip.ok) return err(trip.error)
  const { startDate, endDate, destination } = trip.value
  const proposed = proposeBookings(calendar, { startDate, endDate, timeZone: destination.timeZone })
  if (proposed.ok) return ok(proposed.value)
  return err(serviceError('validation_failed', 'This is not a calendar we can read.', { errors: proposed.error }))
}
