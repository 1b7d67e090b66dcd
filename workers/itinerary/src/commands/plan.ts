import { serviceError, type CallContext, type PlanAccepted, type PlanItinerary, type ServiceError } from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import { derivedId, digest } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { frameOf } from '../planning/frame.ts'

/**
 * Accepts a planning. The itinerary's id comes from user, trip and key, so that a repeat finds the first one wherever it
 * arrives; PROFILE answers only for trips that are the caller's.
 */
export async function plan(
  { profile, sagaOf }: Pick<Deps, 'profile' | 'sagaOf'>,
  ctx: CallContext,
  { tripId, key, request }: PlanItinerary,
): Promise<Result<PlanAccepted, ServiceError>> {
  const trip = await profile.briefTrip(ctx, tripId)
  if (!trip.ok) return err(trip.error)
  const { brief } = trip.value
  if (brief.travellers.length === 0) return err(serviceError('trip_member_required', 'Somebody has to travel: add a member first.'))
  const ownerId = ctx.principal.userId
  const id = await derivedId('itn', ownerId, tripId, key)
  const accepted = await sagaOf(id).handle({
    type: 'StartPlanning',
    id,
    fingerprint: await digest(JSON.stringify(request)),
    subject: { ownerId, tripId, ...frameOf(brief) },
    input: { ctx, tripId, request },
  })
  if (accepted.ok) return ok({ itineraryId: id, tripId, status: accepted.value.progress.status })
  if (accepted.error.code === 'idempotency_key_reused') {
    return err(serviceError('idempotency_key_reused', 'This key was used before for a different request.'))
  }
  throw new Error(`saga refused to start: ${accepted.error.code}`)
}
