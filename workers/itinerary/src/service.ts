import { WorkerEntrypoint } from 'cloudflare:workers'
import { ItineraryId, PlanItinerary, type CallContext, type ItineraryRpc, type ServiceHealth } from '@yeojeong/contracts'
import { describeError, log, parsed } from '@yeojeong/worker-kit'
import type * as z from 'zod'
import type { Bindings } from './bindings.ts'
import { plan } from './commands/plan.ts'
import { depsOf } from './deps.ts'
import { progress } from './queries/progress.ts'
import { read } from './queries/read.ts'

const VERSION = '0.1.0'

/** ITINERARY: each method parses what crossed the wire, then hands it to its use case. */
export class ItineraryService extends WorkerEntrypoint<Bindings> implements ItineraryRpc {
  readonly #deps = depsOf(this.env)

  plan(ctx: CallContext, command: z.input<typeof PlanItinerary>) {
    return parsed(ctx, PlanItinerary, command, (c, argument) => plan(this.#deps, c, argument))
  }
  read(ctx: CallContext, itineraryId: string) {
    return parsed(ctx, ItineraryId, itineraryId, (c, id) => read(this.#deps, c, id))
  }
  progress(ctx: CallContext, itineraryId: string) {
    return parsed(ctx, ItineraryId, itineraryId, (c, id) => progress(this.#deps, c, id))
  }
  async health(): Promise<ServiceHealth> {
    const about = { service: 'itinerary', version: VERSION }
    try {
      await this.#deps.streams.load('itn_none')
      return { ...about, state: 'ok' }
    } catch (error) {
      log('error', 'health.store_failed', null, { error: describeError(error) })
      return { ...about, state: 'down', detail: 'The store does not answer.' }
    }
  }
}
