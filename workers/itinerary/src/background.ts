import type { Bindings } from './bindings.ts'
import { describeError, log } from '@yeojeong/worker-kit'
import { sweepAttachments } from './attachments/photos.ts'
import { depsOf } from './deps.ts'
import { reconcile } from './operations/reconcile.ts'
import { watchPlannings } from './operations/watch-plannings.ts'
import { consumeHints } from './projections/consume-hints.ts'
import { sweepOutbox } from './projections/sweep-outbox.ts'

/** What happens without a caller: projection hints, the sweep of those that got lost, and the rounds over plannings and views. */
export const background = {
  fetch: () => new Response(null, { status: 404 }),
  queue: (batch, env) => consumeHints(depsOf(env), batch),
  scheduled: async (_controller, env) => {
    const deps = depsOf(env)
    for (const job of [sweepOutbox, watchPlannings, reconcile, sweepAttachments]) {
      await job(deps).catch((error: unknown) => log('error', 'background.failed', null, { job: job.name, error: describeError(error) }))
    }
  },
} satisfies ExportedHandler<Bindings>
