import type { CallContext, HistoryItem, HistoryPage, HistoryQuery, ServiceError } from '@yeojeong/contracts'
import { err, ok, type Recorded, type Result } from '@yeojeong/domain'
import { notFound } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { told } from '../edits/answer.ts'
import { mayLook } from '../sharing/access.ts'

/** What has happened to an itinerary, newest first. */
export async function history(
  deps: Pick<Deps, 'rows' | 'streams' | 'shares' | 'now'>,
  ctx: CallContext,
  itineraryId: string,
  { cursor, limit }: HistoryQuery,
): Promise<Result<HistoryPage, ServiceError>> {
  const row = await deps.rows.find(itineraryId)
  if (row === null || !(await mayLook(deps, ctx, row))) return err(notFound)
  const page = await deps.streams.page(itineraryId, cursor ?? Number.MAX_SAFE_INTEGER, limit)
  const last = page.at(-1)
  const nextCursor = last === undefined || last.version === 1 ? null : String(last.version)
  return ok({ items: page.map(itemOf), nextCursor })
}

function itemOf(event: Recorded): HistoryItem {
  const { version, type, actor, at, data } = event
  return {
    version,
    at: new Date(at).toISOString(),
    actorId: actor,
    type,
    command: 'edit' in data ? told(data.edit) : null,
    of: 'of' in data ? data.of : null,
  }
}
