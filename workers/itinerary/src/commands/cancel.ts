import { serviceError, type CallContext, type PlanAccepted, type ServiceError } from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import { notFound } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'

/** Ends a planning under way: what it did so far is taken back, newest first. */
export async function cancel(
  { sagaOf }: Pick<Deps, 'sagaOf'>,
  ctx: CallContext,
  itineraryId: string,
): Promise<Result<PlanAccepted, ServiceError>> {
  const saga = sagaOf(itineraryId)
  const known = await saga.describe()
  if (known === null || known.subject.ownerId !== ctx.principal.userId) return err(notFound)
  const cancelled = await saga.handle({ type: 'CancelPlanning', by: ctx.principal.userId })
  if (!cancelled.ok) return err(serviceError('too_late', 'The planning has ended already.'))
  return ok({ itineraryId, tripId: known.subject.tripId, status: cancelled.value.progress.status })
}

/** Takes an itinerary off its trip and erases all that is kept of it; one under way is cancelled first. */
export async function erase(
  { sagaOf, profile }: Pick<Deps, 'sagaOf' | 'profile'>,
  ctx: CallContext,
  itineraryId: string,
): Promise<Result<null, ServiceError>> {
  const saga = sagaOf(itineraryId)
  const known = await saga.describe()
  if (known === null || known.subject.ownerId !== ctx.principal.userId) return err(notFound)
  const { tripId } = known.subject
  const unlinked = await profile.unlinkItinerary(ctx, tripId, itineraryId)
  if (!unlinked.ok && unlinked.error.code !== 'not_found') return unlinked
  await saga.forget(ctx.principal.userId)
  return ok(null)
}
