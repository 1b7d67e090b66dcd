import { kvKeys, viewAccess } from '@yeojeong/contracts'
import { stopIdsOf } from '../attachments/attach.ts'
import type { Deps } from '../deps.ts'
import { announce } from '../live/rooms.ts'
import { grantsOf } from '../sharing/access.ts'
import { itineraryView } from './itinerary-view.ts'

type Source = Pick<Deps, 'rows' | 'streams' | 'shares' | 'attachments' | 'outbox' | 'views' | 'roomOf' | 'now'>

/**
 * Writes the whole view from the newest stored state and answers its version; null when there is no such itinerary.
 * Called by the itinerary's object only, which lets one write through at a time.
 */
export async function projectView(source: Source, itineraryId: string): Promise<number | null> {
  const { rows, streams, outbox, views, now } = source
  const readAt = now()
  const [row, { state }, grants] = await Promise.all([rows.find(itineraryId), streams.load(itineraryId), grantsOf(source, itineraryId)])
  if (row === null) return null
  if (state.status === 'failed' || state.status === 'empty') {
    await removeView(source, itineraryId)
  } else {
    const metadata = viewAccess({ ownerId: row.ownerId, version: state.version, writtenAt: now() }, grants)
    await views.put(kvKeys.itineraryView(itineraryId), JSON.stringify(itineraryView(row, state)), { metadata })
  }
  if (state.status === 'ready') await source.attachments.stopsAre(row.tripId, itineraryId, stopIdsOf(state), now())
  await Promise.all([outbox.clear(itineraryId, state.version, readAt), announce(source, itineraryId, state.version, grants)])
  return state.version
}

/** A planning that failed has no view: whoever asks is told by the write side. */
export async function removeView({ views }: Pick<Deps, 'views'>, itineraryId: string): Promise<void> {
  await views.delete(kvKeys.itineraryView(itineraryId))
}
