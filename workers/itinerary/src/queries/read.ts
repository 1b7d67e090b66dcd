import { forOthers, type CallContext, type ItineraryView, type ServiceError } from '@yeojeong/contracts'
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
): Promise<Result<ItineraryView, ServiceError>> {
  const { rows, streams, sagaOf } = deps
  const [row, { state }] = await Promise.all([rows.find(itineraryId), streams.load(itineraryId)])
  const role = row === null ? null : await roleIn(deps, ctx, row)
  if (row !== null && role === null) return err(notFound)
  const shown = role === 'owner' ? (view: ItineraryView): ItineraryView => view : forOthers
  if (row !== null && row.status !== 'planning') return ok(shown(itineraryView(row, state)))
  const saga = await sagaOf(itineraryId).describe()
  if (row !== null) return ok(shown(itineraryView(saga === null ? row : { ...row, ...newerOf(saga) }, state)))
  if (saga === null || !mayRead(ctx, saga.subject.ownerId)) return err(notFound)
  return ok(itineraryView(headOf(itineraryId, saga), emptyItinerary))
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
