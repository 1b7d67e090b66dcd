import { describeError, log } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'

const MAX_PAGES = 20

/** Sends again what was committed and has not become a view within its lease: a crash or a lost message costs delay, never the view. */
export async function sweepOutbox({ outbox, hints, now }: Pick<Deps, 'outbox' | 'hints' | 'now'>): Promise<number> {
  let sent = 0
  for (let page = 0; page < MAX_PAGES; page++) {
    const stale = await outbox.lease(now())
    if (stale.length === 0) break
    try {
      await hints.sendBatch(stale.map((body) => ({ body })))
    } catch (error) {
      log('error', 'outbox.sweep_failed', null, { stale: stale.length, error: describeError(error) })
      break // the lease runs out, and the next sweep finds them again
    }
    sent += stale.length
  }
  if (sent > 0) log('warn', 'outbox.swept', null, { sent })
  return sent
}
