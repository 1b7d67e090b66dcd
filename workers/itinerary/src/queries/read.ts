import { forOthers, type CallContext, type ItineraryView, type ReadItinerary, type ServiceError } from '@yeojeong/contracts'
import { emptyItinerary, err, ok, type Result } from '@yeojeong/domain'
import type { SagaStatus } from '@yeojeong/durable-objects/itinerary-saga'
import { notFound } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { itineraryView } from '../projections/itinerary-view.ts'
import { roleIn } from '../sharing/access.ts'
import { mayRead } from './owned.ts'

/**
 * The newest view there is, from the write side: all of it for its owner, what others may see for whoever has joined.
 * Before the first row is written, what the planning itself knows.
 */
export async function read(
  deps: Pick<Deps, 'rows' | 'streams' | 'sagaOf' | 'shares' | 'now'>,
  ctx: CallContext,
  itineraryId: string,
): Promise<Result<ReadItinerary, ServiceError>> {
  const { rows, streams, sagaOf } = deps
  const [row, { state }] = await Promise.all([rows.find(itineraryId), streams.load(itineraryId)])
  if (row === null) {
    const saga = await sagaOf(itineraryId).describe()
    if (saga === null || !mayRead(ctx, saga.subject.ownerId)) return err(notFound)
    return ok({ role: 'owner', view: itineraryView(headOf(itineraryId, saga), emptyItinerary) })
  }
  const role = await roleIn(deps, ctx, row)
  if (role === null) return err(notFound)
  const saga = row.status === 'planning' ? await sagaOf(itineraryId).describe() : null
  const view = itineraryView(saga === null ? row : { ...row, ...newerOf(saga) }, state)
  return ok({ role, view: role === 'owner' ? view : forOthers(view) })
}

/** The planning may know of its end, or of its trouble, what the row does not. */
function newerOf({ progress }: SagaStatus): Pick<ItineraryView, 'status' | 'failure'> {
  const { status, failure } = progress
  return status === 'failed' || status === 'needs_attention' ? { status, failure } : { status: 'planning', failure: null }
}

function headOf(id: string, saga: SagaStatus) {
  const { subject, acceptedAt } = saga
  const { tripId, ownerId, ...frame } = subject
  return {
    id,
    ownerId,
    tripId,
    frame,
    words: { title: '', travellers: {} },
    ...newerOf(saga),
    createdAt: acceptedAt,
    updatedAt: acceptedAt,
  }
}
