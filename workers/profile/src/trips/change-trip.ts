import { serviceError, type CallContext, type ServiceError, type Trip } from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import { notFound } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { changed, type TripAggregate } from '../model/trip-aggregate.ts'
import { tripErrors } from '../model/validate.ts'
import { publicTrip } from './public-trip.ts'

type Fields = Parameters<typeof changed>[1]
/** What to replace, or why it cannot be. */
export type Change = (trip: TripAggregate) => Result<Fields, ServiceError>

/** Every change of a trip: load, change, check the whole, save under optimistic locking. */
export async function changeTrip(deps: Deps, ctx: CallContext, tripId: string, change: Change): Promise<Result<Trip, ServiceError>> {
  const found = await deps.trips.find(tripId, ctx.principal.userId)
  if (found === null) return err(notFound)
  const fields = change(found.trip)
  if (!fields.ok) return fields
  const next = changed(found.trip, fields.value, deps.now())
  const errors = tripErrors(next)
  if (errors.length > 0) return err(serviceError('validation_failed', 'Some of the trip would no longer fit together.', { errors }))
  if (!(await deps.trips.save(next))) return err(serviceError('version_conflict', 'The trip was changed meanwhile; read it again.'))
  return ok(publicTrip({ trip: next, itineraryIds: found.itineraryIds }))
}
