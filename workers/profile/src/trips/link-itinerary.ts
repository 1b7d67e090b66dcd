import type { CallContext, ServiceError } from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import { notFound } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'

/** Idempotent. A trip erased meanwhile is `not_found`; what has been unlinked stays so. */
export async function linkItinerary(
  deps: Deps,
  ctx: CallContext,
  tripId: string,
  itineraryId: string,
): Promise<Result<null, ServiceError>> {
  if ((await deps.trips.find(tripId, ctx.principal.userId)) === null) return err(notFound)
  await deps.trips.link(tripId, itineraryId, deps.now())
  return ok(null)
}

/** Idempotent, also for a trip that is gone: a compensation must be able to end. */
export async function unlinkItinerary(
  deps: Deps,
  ctx: CallContext,
  tripId: string,
  itineraryId: string,
): Promise<Result<null, ServiceError>> {
  if ((await deps.trips.find(tripId, ctx.principal.userId)) !== null) await deps.trips.unlink(tripId, itineraryId, deps.now())
  return ok(null)
}
