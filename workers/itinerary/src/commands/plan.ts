import { serviceError, type CallContext, type PlanAccepted, type PlanItinerary, type ServiceError } from '@yeojeong/contracts'
import { err, ok, type Pace, type Result, type TripBrief } from '@yeojeong/domain'
import { derivedId, digest } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { frameOf } from '../planning/frame.ts'

type PlanDeps = Pick<Deps, 'profile' | 'sagaOf'>
type Accepted = Result<PlanAccepted['status'], ServiceError>
type Wanted = { readonly itineraryId: string; readonly pace: Pace }

/**
 * Accepts a planning, and one more for each other pace that was asked for. An itinerary's id comes from user, trip, key
 * and pace, so that a repeat finds the first one wherever it arrives; PROFILE answers only for trips that are the caller's.
 */
export async function plan(deps: PlanDeps, ctx: CallContext, command: PlanItinerary): Promise<Result<PlanAccepted, ServiceError>> {
  const { tripId, request } = command
  const trip = await deps.profile.briefTrip(ctx, tripId)
  if (!trip.ok) return err(trip.error)
  const { brief } = trip.value
  if (brief.travellers.length === 0) return err(serviceError('trip_member_required', 'Somebody has to travel: add a member first.'))
  const [main, ...others] = await wantedPlans(ctx, command, brief)
  const accepted = await start(deps, ctx, command, brief, main!, others)
  if (!accepted.ok) return accepted
  for (const other of others) {
    const siblings = [main!, ...others].filter((one) => one !== other)
    const also = await start(deps, ctx, { ...command, request: { ...request, pace: other.pace } }, brief, other, siblings)
    if (!also.ok) return also
  }
  const alternatives = others.length > 0 ? { alternatives: others.map((other) => ({ ...other })) } : {}
  return ok({ itineraryId: main!.itineraryId, tripId, status: accepted.value, ...alternatives })
}

/** The plan asked for first, then the others; no pace twice. */
async function wantedPlans(ctx: CallContext, { tripId, key, request }: PlanItinerary, brief: TripBrief): Promise<readonly Wanted[]> {
  const pace = request.pace ?? brief.pace
  const ownerId = ctx.principal.userId
  const others = [...new Set(request.alternatives ?? [])].filter((other) => other !== pace)
  return Promise.all([
    derivedId('itn', ownerId, tripId, key).then((itineraryId) => ({ itineraryId, pace })),
    ...others.map(async (other) => ({ itineraryId: await derivedId('itn', ownerId, tripId, key, other), pace: other })),
  ])
}

async function start(
  { sagaOf }: PlanDeps,
  ctx: CallContext,
  { tripId, request }: PlanItinerary,
  brief: TripBrief,
  { itineraryId }: Wanted,
  siblings: readonly Wanted[],
): Promise<Accepted> {
  const accepted = await sagaOf(itineraryId).handle({
    type: 'StartPlanning',
    id: itineraryId,
    fingerprint: await digest(JSON.stringify(request)),
    subject: { ownerId: ctx.principal.userId, tripId, ...frameOf(brief) },
    input: { ctx, tripId, request, siblings: siblings.map((sibling) => ({ ...sibling })) },
  })
  if (accepted.ok) return ok(accepted.value.progress.status)
  if (accepted.error.code === 'idempotency_key_reused') {
    return err(serviceError('idempotency_key_reused', 'This key was used before for a different request.'))
  }
  throw new Error(`saga refused to start: ${accepted.error.code}`)
}
