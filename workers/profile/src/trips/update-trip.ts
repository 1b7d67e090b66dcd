import type { CallContext, Region, ServiceError, Trip, TripPatch } from '@yeojeong/contracts'
import { ok, type Result } from '@yeojeong/domain'
import type { Deps } from '../deps.ts'
import { destinationOf } from '../model/trip-aggregate.ts'
import { changeTrip } from './change-trip.ts'

/** `region` comes with a patch that changes the destination; null otherwise. */
export function updateTrip(
  deps: Deps,
  ctx: CallContext,
  tripId: string,
  patch: TripPatch,
  region: Region | null,
): Promise<Result<Trip, ServiceError>> {
  const { destination: _asked, ...fields } = patch
  return changeTrip(deps, ctx, tripId, () => ok({ ...fields, ...(region === null ? {} : { destination: destinationOf(region) }) }))
}
