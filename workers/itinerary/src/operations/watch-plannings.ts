import { describeError, log } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'

/** Far longer than all retries of all steps together take. */
const STUCK_AFTER_MS = 10 * 60_000
const MOST = 50

/** Finds plannings that have not ended in time, wakes them, and says so where waking is not enough. */
export async function watchPlannings({ operations, sagaOf, now }: Pick<Deps, 'operations' | 'sagaOf' | 'now'>): Promise<number> {
  const ids = await operations.planningSince(now() - STUCK_AFTER_MS, MOST)
  for (const itineraryId of ids) {
    try {
      const status = await sagaOf(itineraryId).nudge()
      const progress = status?.progress
      const kind = progress?.status === 'needs_attention' ? ('needs_attention' as const) : ('stuck' as const)
      const code = progress === undefined ? 'planning_lost' : (progress.failure ?? 'not_moving')
      await operations.raise({ itineraryId, kind, step: progress?.step ?? null, code, since: now() })
      log('error', 'saga.not_moving', null, { alert: true, itineraryId, kind, code })
    } catch (error) {
      log('error', 'saga.watch_failed', null, { itineraryId, error: describeError(error) })
    }
  }
  return ids.length
}
