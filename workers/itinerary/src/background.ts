import type { Bindings } from './bindings.ts'
import { depsOf } from './deps.ts'
import { consumeHints } from './projections/consume-hints.ts'
import { sweepOutbox } from './projections/sweep-outbox.ts'

/** What happens without a caller: projection hints, and the sweep of those that got lost. */
export const background = {
  fetch: () => new Response(null, { status: 404 }),
  queue: (batch, env) => consumeHints(depsOf(env), batch),
  scheduled: async (_controller, env) => {
    await sweepOutbox(depsOf(env))
  },
} satisfies ExportedHandler<Bindings>
