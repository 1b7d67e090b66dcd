import type { CallContext, ServiceError, Trip } from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import { notFound } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { publicTrip } from './public-trip.ts'

export async function getTrip(deps: Deps, ctx: CallContext, tripId: string): Promise<Result<Trip, ServiceError>> {
  const found = await deps.trips.find(tripId, ctx.principal.userId)
  return found === null ? err(notFound) : ok(publicTrip(found))
}
