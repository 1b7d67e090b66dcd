import { kvKeys, ViewAccess, viewAccess } from '@yeojeong/contracts'
import { describeError, digest, log } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { itineraryView } from '../projections/itinerary-view.ts'
import { grantsOf } from '../sharing/access.ts'

type Needs = Pick<Deps, 'operations' | 'rows' | 'streams' | 'shares' | 'views' | 'sagaOf' | 'now'>

export const RECONCILE = 'reconcile-views'
/** A minute's share of the round: each costs one read of each store. */
const PAGE = 20
/** A view younger than this may still be on its way, and KV's own caches are older than it. */
const SETTLED_AFTER_MS = 120_000

export type Reconciled = { readonly checked: number; readonly repaired: number }

/**
 * Goes round all itineraries, a page at a time, and compares what is stored with what is shown: the hash of the whole
 * view, and of who may read it. What differs is written again by its only writer.
 */
export async function reconcile(deps: Needs, pageSize = PAGE): Promise<Reconciled> {
  const { operations, now } = deps
  const job = await operations.job(RECONCILE)
  const heads = await operations.headsAfter(job?.cursor ?? '', pageSize)
  let repaired = 0
  for (const { id } of heads) {
    try {
      if (await isRepaired(deps, id)) repaired++
    } catch (error) {
      log('error', 'reconcile.failed', null, { itineraryId: id, error: describeError(error) })
    }
  }
  const atEnd = heads.length < pageSize
  await operations.saveJob({
    name: RECONCILE,
    cursor: atEnd ? '' : heads.at(-1)!.id,
    checked: (job?.checked ?? 0) + heads.length,
    repaired: (job?.repaired ?? 0) + repaired,
    rounds: (job?.rounds ?? 0) + (atEnd ? 1 : 0),
    ranAt: now(),
  })
  if (repaired > 0) log('warn', 'reconcile.repaired', null, { checked: heads.length, repaired })
  return { checked: heads.length, repaired }
}

async function isRepaired(deps: Needs, id: string): Promise<boolean> {
  const { rows, streams, views, sagaOf, now } = deps
  const [row, { state }, grants] = await Promise.all([rows.find(id), streams.load(id), grantsOf(deps, id)])
  if (row === null || (state.status !== 'ready' && state.status !== 'infeasible')) return false
  if (now() - state.updatedAt < SETTLED_AFTER_MS) return false
  const { value: shown, metadata } = await views.getWithMetadata(kvKeys.itineraryView(id))
  const access = ViewAccess.safeParse(metadata)
  const head = { ownerId: row.ownerId, version: state.version, writtenAt: access.data?.writtenAt ?? 0 }
  const [is, ought] = await Promise.all([
    digest(JSON.stringify([shown, access.data])),
    digest(JSON.stringify([JSON.stringify(itineraryView(row, state)), ViewAccess.parse(viewAccess(head, grants))])),
  ])
  if (is === ought) return false
  log('warn', 'reconcile.differs', null, { itineraryId: id, version: state.version, shown: versionIn(shown) })
  await sagaOf(id).republish()
  return true
}

/** For the log; whatever cannot be read is no version. */
function versionIn(text: string | null): number {
  const found = /"version":(\d+)/.exec(text ?? '')?.[1]
  return found === undefined ? -1 : Number(found)
}
