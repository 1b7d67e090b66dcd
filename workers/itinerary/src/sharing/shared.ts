import { forOthers, kvKeys, ItineraryView, type CallContext, type ServiceError, type SharedItinerary } from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import { describeError, log, notFound } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { itineraryView } from '../projections/itinerary-view.ts'
import type { ShareRow } from '../store/share-links.ts'
import { partsOf } from './token.ts'

/** The link a token stands for, if it works now. Forged, unknown, revoked and expired are all the same: null. */
export async function openDoor({ shares, now }: Pick<Deps, 'shares' | 'now'>, token: string): Promise<ShareRow | null> {
  const { itineraryId, shareId, secretHash } = await partsOf(token)
  const link = await shares.find(itineraryId, shareId)
  if (link === null || link.secretHash !== secretHash || link.revokedAt !== null) return null
  return link.expiresAt !== null && link.expiresAt <= now() ? null : link
}

/** What a link shows: the view in KV where there is one, else the newest state; never more than others may see. */
export async function readShared(
  deps: Pick<Deps, 'rows' | 'streams' | 'shares' | 'views' | 'now'>,
  _ctx: CallContext,
  token: string,
): Promise<Result<SharedItinerary, ServiceError>> {
  const link = await openDoor(deps, token)
  if (link === null) return err(notFound)
  const view = (await published(deps, link.itineraryId)) ?? (await newest(deps, link.itineraryId))
  if (view === null) return err(notFound)
  const { role, expiresAt } = link
  return ok({ role, expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(), itinerary: forOthers(view) })
}

async function published({ views }: Pick<Deps, 'views'>, itineraryId: string): Promise<ItineraryView | null> {
  try {
    const stored = await views.get(kvKeys.itineraryView(itineraryId), 'json')
    return stored === null ? null : ItineraryView.parse(stored)
  } catch (error) {
    log('warn', 'share.view_unreadable', null, { itineraryId, error: describeError(error) })
    return null
  }
}

async function newest({ rows, streams }: Pick<Deps, 'rows' | 'streams'>, itineraryId: string): Promise<ItineraryView | null> {
  const [row, { state }] = await Promise.all([rows.find(itineraryId), streams.load(itineraryId)])
  return row === null ? null : itineraryView(row, state)
}
