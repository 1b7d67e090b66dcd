import { serviceError, type CallContext, type Region, type ServiceError, type Trip, type TripInput } from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import { derivedId, digest } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { createTrip as newTrip } from '../model/trip-aggregate.ts'
import { tripErrors } from '../model/validate.ts'
import { publicTrip } from './public-trip.ts'

/** The same key from the same person gives the same trip; with another body it is refused. */
export async function createTrip(
  deps: Deps,
  ctx: CallContext,
  command: { key: string; trip: TripInput; region: Region },
): Promise<Result<Trip, ServiceError>> {
  const ownerId = ctx.principal.userId
  const id = await derivedId('trp', ownerId, command.key)
  const memberIds = command.trip.members.map(() => deps.newId('mbr'))
  const trip = newTrip(command.trip, command.region, { id, ownerId, now: deps.now(), memberIds, language: ctx.language })
  const errors = tripErrors(trip)
  if (errors.length > 0) return err(serviceError('validation_failed', 'Some of the trip does not fit together.', { errors }))
  const requestDigest = await digest(JSON.stringify(command.trip))
  const stored = await deps.trips.insert(trip, requestDigest)
  if (stored.requestDigest !== requestDigest)
    return err(serviceError('idempotency_key_reused', 'This Idempotency-Key already made a different trip.'))
  return ok(publicTrip({ trip: stored.trip, itineraryIds: [] }))
}
